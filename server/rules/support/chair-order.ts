/** The order in which states have had the chair of an organization, as people tell it: who came before, who after. */
import type { SourceDocument } from '../../dataset/document.ts';
import type { Overview, Reader } from '../../dataset/reader.ts';
import { chairIn, datedTerms, dateOf, stateName, type Term } from './terms.ts';
import { textIn, uniqueById } from './values.ts';

/** A term as one beside it names it. */
type Neighbour = {
  readonly id: string;
  /** The name of the state, else the term's own id. */
  readonly name: string;
  /** In which it began; nothing where that is not known. */
  readonly year: string | null;
};

/** After every day. */
const UNKNOWN = Number.MAX_VALUE;

/** The terms on either side of one. */
type Neighbours = { readonly before: Neighbour | null; readonly after: Neighbour | null };

/**
 * For each chairmanship of an organization its neighbours: those of whom one names the other as its predecessor, and where
 * nobody is named, those that began next to one another. Terms that share an id are left out: nobody can tell them apart.
 */
const chairNeighbours: Overview<Neighbours> = {
  name: 'chair-neighbours',
  derive: (organization, reader) => {
    const terms = byBeginning(uniqueById(datedTerms(reader, organization).map(({ term }) => term)));
    const dated = terms.filter((term) => beginning(term) < UNKNOWN);
    const before = new Map(dated.map((term, index) => [term.id, dated[index - 1]]));
    const after = new Map(dated.map((term, index) => [term.id, dated[index + 1]]));
    const byId = new Map(terms.map((term) => [term.id, term]));
    const predecessors = namedPredecessors(reader, organization);
    // From the last to the first, so that of several that name one term as theirs the first is taken to follow it.
    for (const term of terms.toReversed()) {
      const named = byId.get(predecessors.get(term.id) ?? '');
      if (!named || named === term) continue;
      before.set(term.id, named);
      after.set(named.id, term);
    }
    const neighbour = (term: Term | undefined) => (term ? described(reader, term) : null);
    return new Map(terms.map(({ id }) => [id, { before: neighbour(before.get(id)), after: neighbour(after.get(id)) }]));
  },
};

/** The terms beside the one that a document records; nothing for other documents. */
export function neighboursOf(reader: Reader, document: SourceDocument): Neighbours | undefined {
  const chair = chairIn(document);
  const organization = textIn(chair?.get('organization'));
  if (chair?.id === undefined || organization === undefined) return undefined;
  return reader.overview(chairNeighbours, organization, chair.id);
}

/** What chairmanships of an organization have as the one before, by their ids. */
function namedPredecessors(reader: Reader, organization: string): ReadonlyMap<string, string | undefined> {
  const chairs = reader.referrers('chairmanship', 'organization', organization);
  return new Map(chairs.map((chair) => [chair.id, textIn(chair.get('predecessor'))]));
}

function described(reader: Reader, { id, state, from }: Term): Neighbour {
  return {
    id,
    name: stateName(reader, state ?? undefined) ?? id,
    year: /^\d{4}/.exec(dateOf(from)?.start.text ?? '')?.[0] ?? null,
  };
}

/** Those that began at an unknown time last; ids break ties, so that the order does not hang on that of files. */
function byBeginning(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => beginning(a) - beginning(b) || (a.id < b.id ? -1 : 1));
}

/** The first day on which a term may have begun, as far as its date says; one "about" a year counts as of that year. */
function beginning({ from }: Term): number {
  const day = dateOf(from)?.start.first ?? UNKNOWN;
  return Number.isFinite(day) ? day : UNKNOWN;
}

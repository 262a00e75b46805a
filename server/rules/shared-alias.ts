/** Reports names that another record of the kind goes by, too. */

import * as l10n from '@vscode/l10n';
import { modelWord } from '../../l10n/language.ts';
import { fold } from '../dataset/names/names.ts';
import type { Related } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import { type DatasetRecord, namingProperties } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { schemaOf, walkFrom } from '../dataset/schema.ts';
import type { Path, YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { distinctById } from './support/views.ts';
import { listed, shortened } from './support/words.ts';

/** Kinds of which each record has its name to itself. Titles of meetings, papers and reports come again and again. */
const NAMED_KINDS = new Set(['organization', 'state']);
const SURNAMES = 'person';
/** More ids than these make no message clearer. */
const MOST_SHOWN = 3;

const LEAGUE = 'kind: organization\nid: league\nname: League of Examples\ntype: organization\n';
const UNION = 'kind: organization\nid: union\nname: Union of Examples\ntype: organization\n';

export const sharedAlias: Rule = {
  name: 'shared-alias',
  severity: 'warning',
  title: 'Two records of a kind claim one name.',
  docs: {
    what: 'An organization or a state has a name that another one has, in any spelling or script; or a record of any kind has an alias that is a name of another one. Persons share surnames, and organizations share abbreviations (`CFM` is a body of several), so neither is reported. A body is compared with the other bodies of its organization alone, and no organization with its predecessor. Equal titles of meetings, proposals, documents and sources are no claim.',
    why: 'Whoever looks the name up finds both, and a reference by that name leads nowhere. Often the two records are about the same thing.',
    fix: 'Leave the name to the record that it belongs to, or merge the two.',
  },
  examples: {
    wrong: [
      `${LEAGUE}aliases: [⟦Example Club⟧]\n---\n${UNION}names:\n  - { text: ⟦Example Club⟧, lang: en, type: short }\n`,
      'kind: organization\nid: turkic-states\nname: ⟦Organisation of Turkic States⟧\ntype: organization\naliases: [Union of Turks, ⟦Turkic Council⟧]\n',
    ],
    right: [
      `${LEAGUE}abbreviation: EX\n---\n${UNION}abbreviation: EX\n`,
      `${LEAGUE}---\nkind: organization\nid: league-council\nname: Council\ntype: body\nparent: league\n---\n${UNION}---\nkind: organization\nid: union-council\nname: Council\ntype: body\nparent: union\n`,
    ],
  },
  concerns: ({ record }) => record?.id !== undefined && mayClaim(record),
  *check(document, reader) {
    const record = document.record!;
    for (const { name, path } of namesOf(record.kind, (property) => record.value[property])) {
      const found = isClaim(record, path) ? rivals(record, name, reader) : [];
      const span = found.length > 0 && document.spanOf(path);
      if (!span || document.isDoubtful(span)) continue;
      yield { span, message: messageFor(name, record.kind, found), related: found.map(({ related }) => related) };
    }
  },
};

/** Whether a record may have names that say so; what {@link isClaim} tells of each. */
function mayClaim({ kind, value }: DatasetRecord): boolean {
  return NAMED_KINDS.has(kind) || (kind !== SURNAMES && value.aliases !== undefined);
}

/** Whether a name says: this record and no other. */
function isClaim({ kind, value }: DatasetRecord, path: Path): boolean {
  const [property, index] = path;
  if (property === 'aliases') return true;
  if (!NAMED_KINDS.has(kind) || property === 'abbreviation') return false;
  const names = property === 'names' && typeof index === 'number' ? (value.names as readonly YamlRecord[]) : [];
  return names[Number(index)]?.type !== 'abbreviation';
}

interface Rival {
  readonly view: RecordView;
  readonly related: Related;
}

/** The other records that the name leads to, with the place where each has it. */
function rivals(record: DatasetRecord, name: string, reader: Reader): Rival[] {
  const others = reader.named(record.kind, name).filter(({ id }) => id !== record.id);
  return distinctById(others).flatMap((view) => {
    const path = isApart(record, view) ? undefined : pathOfName(view, fold(name));
    const { kind, id } = view;
    return path ? [{ view, related: { kind, id, path, message: l10n.t('`{0}` has the name, too.', id) } }] : [];
  });
}

/** Organizations share a name rightly when they are no bodies of the same one, or when one followed the other. */
function isApart({ kind, id, value }: DatasetRecord, other: RecordView): boolean {
  if (kind !== 'organization') return false;
  const parents = [value.parent, other.get('parent')];
  if (typeof parents[0] !== typeof parents[1] || (typeof parents[0] === 'string' && parents[0] !== parents[1]))
    return true;
  return value.predecessor === other.id || other.get('predecessor') === id;
}

interface Name {
  readonly name: string;
  readonly path: Path;
}

/** All names of a record; `get` reads one of its properties. */
function namesOf(kind: string, get: (property: string) => YamlValue | undefined): Name[] {
  return namingProperties(kind).flatMap((property) => {
    const parts = walkFrom(schemaOf(kind).properties.get(property)!, get(property) ?? null, [property]);
    return [...parts].flatMap(({ path, value, schema }) =>
      schema.alias && typeof value === 'string' ? [{ name: value, path }] : [],
    );
  });
}

/** Where a record has a name; nowhere when it only has an id that reads like it. */
function pathOfName(view: RecordView, folded: string): Path | undefined {
  return namesOf(view.kind, (property) => view.get(property)).find(({ name }) => fold(name) === folded)?.path;
}

function messageFor(name: string, kind: string, found: readonly Rival[]): string {
  const ids = found.map(({ view }) => view.id);
  const [text, more] = [shortened(name), ids.length - MOST_SHOWN];
  if (more > 0) {
    return l10n.t(
      '`{0}` is also a name of {1}, and of {2} more: leave it to one of them, or merge what is the same.',
      text,
      listed(ids.slice(0, MOST_SHOWN), 'and'),
      more,
    );
  }
  return ids.length === 1
    ? l10n.t(
        '`{0}` is also a name of the {1} {2}: leave it to one of them, or merge what is the same.',
        text,
        modelWord(kind),
        listed(ids, 'and'),
      )
    : l10n.t(
        '`{0}` is also a name of {1}: leave it to one of them, or merge what is the same.',
        text,
        listed(ids, 'and'),
      );
}

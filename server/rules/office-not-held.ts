/** Reports persons in an office that they did not hold on that day. */
import * as l10n from '@vscode/l10n';
import { inWords, isReversed, overlaps } from '../dataset/dates/edtf.ts';
import { fold } from '../dataset/names/names.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord } from '../dataset/yaml/tree.ts';
import { when } from './support/dates.ts';
import { dayOf } from './support/day.ts';
import { type Office, officesOf, type Representative, representativesIn } from './support/representatives.ts';
import { textIn } from './support/values.ts';

const NAZARBAYEV =
  'kind: person\nid: nursultan-nazarbayev\nname: Nursultan Nazarbayev\noffices:\n  - { title: President, state: KAZ, from: 1991-12-10, to: 2019-03-20 }\n';
const summit = (date: string, office: string) =>
  `kind: summit\nid: ots-council-of-elders-2025\nname: Meeting of the Council of Elders\norganization: ots\nbody: ots-council-of-elders\nstatus: held\ndate: ${date}\nparticipants:\n  - { state: KAZ, person: nursultan-nazarbayev, role: member, office: ${office} }\ncitations: [{ source: example-report }]\n`;

/** Words of titles that go with a capacity; titles are free text, so that only some can be told. */
const CAPACITIES: ReadonlyMap<unknown, RegExp> = new Map([
  ['head-of-state', /^(president|king|emir|sultan|supreme leader)\b/],
  ['prime-minister', /^(prime minister|chancellor)\b/],
]);

export const officeNotHeld: Rule = {
  name: 'office-not-held',
  severity: 'warning',
  title: 'A person did not hold that office then.',
  docs: {
    what: 'An entry names a person and an `office` (or a `capacity` such as `head-of-state`). The person’s record has that office, and every term of it was certainly over by that day, or had not begun. Titles are compared by their first words: `President` is also `President of Kazakhstan`.',
    why: 'The report spoke of a former or future office, or the person is another one, or the date is wrong. On the timeline a state would be led by somebody who did not lead it.',
    fix: 'Write the office that the person held then, name the person who held it, or add the missing term to the person’s record.',
  },
  examples: {
    wrong: [`${NAZARBAYEV}---\n${summit('2025-05-02', '⟦President⟧')}`],
    right: [
      `${NAZARBAYEV}---\n${summit('2025-05-02', 'Honorary Chairman')}`,
      `${NAZARBAYEV}---\n${summit('2019-03', 'President')}`,
    ],
  },
  concerns: ({ record }) => record !== undefined && representativesIn(record).length > 0,
  *check(document, reader) {
    const record = document.record!;
    for (const representative of representativesIn(record)) {
      if (!tellsOffice(representative)) continue;
      const person = reader.find('person', representative.person);
      const told = person && officeTold(representative, officesOf(person));
      const date = told && dayOf(record, reader);
      if (!date || isReversed(date) || told.offices.some(({ period }) => overlaps(period, date) !== 'no')) continue;
      const span = document.spanOf([...representative.path, told.property]);
      if (document.isDoubtful(span)) continue;
      const { id, label } = person;
      yield {
        span,
        message: l10n.t(
          '{0} did not hold this office {1}. Write the one held then, or name who held it.',
          label,
          when(date),
        ),
        related: told.offices.map(({ title, period, path }) => ({
          kind: 'person',
          id,
          path,
          message: `${title}: ${inWords(period)}`,
        })),
      };
    }
  },
};

/** Whether an entry speaks of an office at all. */
function tellsOffice({ entry }: Representative): boolean {
  return textIn(entry.office) !== undefined || CAPACITIES.has(entry.capacity);
}

/** The offices that an entry speaks of, by its `office` or else its `capacity`; nothing where it speaks of none that is known. */
function officeTold({ entry }: Representative, offices: readonly Office[]) {
  const served = offices.filter((office) => isOfParty(office, entry));
  const title = textIn(entry.office);
  if (title !== undefined)
    return some(
      'office',
      served.filter((office) => isSameTitle(office.title, title)),
    );
  const capacity = CAPACITIES.get(entry.capacity);
  const fits = served.some((office) => capacity?.test(office.folded));
  // Other offices of the time may well be what is meant.
  return fits ? some('capacity', served) : undefined;
}

function some(property: string, offices: readonly Office[]) {
  return offices.length > 0 ? { property, offices } : undefined;
}

/** Whether an office is one of the state or organization that the person stands for. */
function isOfParty({ state, organization }: Office, entry: YamlRecord): boolean {
  const isSame = (own: string | undefined, other: unknown) => own === undefined || other === undefined || own === other;
  return isSame(state, entry.state) && isSame(organization, entry.organization);
}

/** Whether two titles are one, or one is the other with what it is an office of. */
function isSameTitle(one: string, other: string): boolean {
  const [short, long] = [fold(one), fold(other)].sort((a, b) => a.length - b.length) as [string, string];
  return short !== '' && (short === long || long.startsWith(`${short} of `));
}

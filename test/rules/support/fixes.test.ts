/** What the fixes of many rules have in common: whoever means a value by an alias keeps it, and what is taken away is asked about. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../../support/fixture.ts';
import { fixOf, type Story, tell } from '../support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const SUMMIT = 'kind: summit\nid: a\nname: A\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const STATE = 'kind: state\nid: XAA\nname: Alphaland\n';

/** A date that is put right, and what an alias of it says before and after. */
const dated = (before: string, fix: string, after: string, alias: string): Story => ({
  before: `${ORG}abbreviation: &o "*XO*"\ndissolved: &d ${before}\nnote: *d\naliases: [*d, *o, Орг]\n`,
  fix,
  after: `${ORG}abbreviation: &o "*XO*"\ndissolved: &d ${after}\nnote: ${alias}\naliases: [${alias}, *o, Орг]\n`,
});

const ALIASES: Readonly<Record<string, Story>> = {
  'as it was written': dated('2025-8-1', 'Write 2025-08-01', '2025-08-01', '2025-8-1'),
  'in single quotes': dated("'2025-8-1'", 'Write 2025-08-01', "'2025-08-01'", "'2025-8-1'"),
  'in double quotes': dated('"2025-8-1"', 'Write 2025-08-01', '"2025-08-01"', '"2025-8-1"'),
  'as a number': dated('20251007', 'Write 2025-10-07', '2025-10-07', '20251007'),
  'in quotes where it had a line of its own': dated('|-\n  2025-8-1', 'Write 2025-08-01', '2025-08-01', '"2025-8-1"'),
  'in quotes where it was folded': dated('>-\n  2025-8-1', 'Write 2025-08-01', '2025-08-01', '"2025-8-1"'),
  'with the line end in it': dated('|\n  2025-10-07', 'Write 2025-10-07', '2025-10-07', '"2025-10-07\\n"'),
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(ALIASES))('an alias keeps the old text %s', (_name, story) =>
    tell('bad-date', story, convert),
  );

  it('an alias of a list follows it', () =>
    tell(
      'schema',
      {
        before: `${SUMMIT}host: &h [AZE]\nplace: { state: *h }\n`,
        fix: 'Change to `AZE`',
        after: `${SUMMIT}host: &h AZE\nplace: { state: *h }\n`,
      },
      convert,
    ));

  it('an entry goes from a list that lies deep in a record', () =>
    tell(
      'unquoted-scalar',
      {
        before: `${STATE}cities:\n  - name: Alpha\n  - name: Beta\n    aliases: [Б, Бета, Βήτα, null]\n`,
        fix: 'Remove this entry',
        after: `${STATE}cities:\n  - name: Alpha\n  - name: Beta\n    aliases: [Б, Бета, Βήτα]\n`,
      },
      convert,
    ));
});

describe('what is taken away without being asked', () => {
  it.each([
    ['an entry of a list', 'unquoted-scalar', `${ORG}aliases: [x, null]\n`, 'Remove this entry', false],
    ['a property', 'unquoted-scalar', `${ORG}note: null\n`, 'Remove `note`', false],
    [
      'one of two entries with one key',
      'duplicate-key',
      `${ORG}note: x\nnote: y\n`,
      'Remove the earlier `note: x`',
      false,
    ],
    ['an entry that stands there again', 'duplicate-key', `${ORG}note: x\nnote: x\n`, 'Remove this `note: x`', true],
  ])('%s', (_, rule, text, title, certain) => expect(fixOf(rule, text, title).certain).toBe(certain));
});

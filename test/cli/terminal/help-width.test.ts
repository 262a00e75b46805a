/** Help in the width of a terminal. */
import { expect, it } from 'vitest';
import { wrapHelp } from '../../../server/cli/terminal/help-width.ts';

const HELP = `
Every record is checked as part of its dataset: the folder named, or the nearest one above with a manifest
(initiatives.yaml), is read whole.

Examples:
  $ security-initiatives check data/eurasia --format json --today 2025-10-31

Exit codes:
  0    no errors (there may be warnings)
  2    an option, file or folder that does not exist; nothing was checked
`;

it('wraps paragraphs and explanations, and leaves commands whole', () => {
  expect(wrapHelp(HELP, 48)).toBe(`
Every record is checked as part of its dataset:
the folder named, or the nearest one above with
a manifest (initiatives.yaml), is read whole.

Examples:
  $ security-initiatives check data/eurasia --format json --today 2025-10-31

Exit codes:
  0    no errors (there may be warnings)
  2    an option, file or folder that does not
       exist; nothing was checked
`);
});

it.each([1, 10, 20, 79, 200])('loses no word at %i columns', (width) => {
  const words = (text: string) => text.split(/\s+/);
  expect(words(wrapHelp(HELP, width))).toEqual(words(HELP));
});

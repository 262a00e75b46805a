/** What is said of slips that several stories tell of. */

export const DOUBLE = 'This double quote is not closed: add `"` at the end of the text it opens.';
export const LIST = 'This `[` is not closed: add `]`.';
export const MAP = 'This `{` is not closed: add `}`.';
export const COMMA = 'A comma is missing here.';
export const COLON = 'A value with a colon and a blank in it needs quotes around it.';
export const DEEPER =
  'This line is indented deeper than the one above, which already has a value: indent it as that one is.';
export const TAB = 'A tab cannot indent in YAML: use blanks.';
export const beginsWith = (what: string) => `A value cannot begin with ${what}: put it in quotes.`;
export const noKey = (text: string) =>
  `\`${text}\` is neither a key nor a value here: a key needs a colon and a blank after it.`;
export const stray = (text: string) => `\`${text}\` does not belong here: put the whole value in quotes, or remove it.`;

/** The lines with what is marked, the message for each mark, and what is read beside `kind` and `host`. */
export type Broken = readonly [
  lines: string,
  message: string | readonly string[],
  value: Readonly<Record<string, unknown>>,
];

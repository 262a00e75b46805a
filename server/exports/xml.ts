/** XML text from plain values, whatever their texts hold; large documents are written an element at a time. */
import Builder from 'fast-xml-builder';

/** What stands in an element: `@name` is an attribute, `#text` its text, all else an element or several of that name. */
export interface XmlElement {
  readonly [name: string]: string | number | XmlElement | readonly XmlElement[];
}

/** The first line of every document. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What no XML 1.0 document may hold, not even escaped (section 2.2, `Char`), and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Readers turn a lone CR into LF, and line ends and tabs in an attribute into blanks, unless they are escaped. */
const IN_TEXT = /[&<>\r]/g;
const IN_ATTRIBUTE = /[&<>"\r\n\t]/g;

const ESCAPED = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\r', '&#13;'],
  ['\n', '&#10;'],
  ['\t', '&#9;'],
]);

const builder = new Builder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  format: true,
  processEntities: false,
  tagValueProcessor: (_name, value) => escaped(String(value), IN_TEXT),
  attributeValueProcessor: (_name, value) => escaped(String(value), IN_ATTRIBUTE),
});

/** One element with all that is in it, indented, with a line end. */
export function elementText(name: string, element: XmlElement): string {
  return builder.build({ [name]: element });
}

function escaped(text: string, special: RegExp): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(special, (character) => ESCAPED.get(character)!);
}

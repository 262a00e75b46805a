/** Other ways to write plain YAML: whatever YAML has for it, line by line, so that features meet all of it. */
import fc from 'fast-check';

/** A choice for each line, and some for the whole text; 0 leaves all as it is. */
export interface Dress {
  readonly lines: readonly number[];
  readonly whole: number;
  readonly lineEnd: '\n' | '\r\n';
  readonly extra: readonly number[];
}

/** An entry of a map on one line: what stands before the key, the key, and its value. */
const ENTRY = /^(\s*(?:- )*)([\w-]+):(?: (.*))?$/;
const ITEM = /^(\s*)- (.*)$/;
const PLAIN = /^[^\s"'[{&*!|>#%@`-][^#:{}[\],]*$/;

/** How an entry with a text as its value can be written. */
const TEXTS: readonly ((indent: string, key: string, value: string) => string)[] = [
  (_, key, value) => `${key}: '${value.replaceAll("'", "''")}'`,
  (_, key, value) => `${key}: ${JSON.stringify(value)}`,
  (_, key, value) => `${key}: !!str ${value}`,
  (_, key, value) => `${key}: ! "${value}"`,
  (_, key, value) => `${key}: &${key} ${value}`,
  (_, key, value) => `${key}: &x !!str '${value.replaceAll("'", "''")}' # said`,
  (_, key, value) => `${key}:   ${value}   # said`,
  (_, key, value) => `${key} : ${value}`,
  (_, key, value) => `"${key}": ${value}`,
  (_, key, value) => `'${key}' : ${value}`,
  (_, key, value) => `&k ${key}: ${value}`,
  (_, key, value) => `!!str ${key}: ${value}`,
  (indent, key, value) => `? ${key}\n${indent}: ${value}`,
  (indent, key, value) => `? ${key} # why\n${indent}: ${value} # how`,
  (indent, key, value) => `${key}: >-\n${indent}  ${value}`,
  (indent, key, value) => `${key}: |-\n${indent}    ${value}\n\n`,
  (indent, key, value) => `${key}: >2-\n${indent}  ${value}\n${indent}# after`,
  (indent, key, value) => `${key}: &b | # said\n${indent}  ${value}`,
  (indent, key, value) => `${key}:\n${indent}  ${value}`,
  (indent, key, value) => `${key}: # said\n${indent}    ${value}`,
  (indent, key, value) => `${key}: &n\n\n${indent}  # above\n${indent}  ${value}`,
  (indent, key, value) => `${key}: "${value.replace(/[\\"]/g, '\\$&').replace(/ /, `\n${indent}    `)}"`,
  (indent, key, value) => `${key}: ${value.replace(/ /, `\n\n${indent}    `)}`,
  (indent, key, value) => `# above\n${indent}${key}: ${value}\n${indent}  # below`,
  (indent, key, value) => `${key}: ${value}\n\n${indent}# 🙂 Далее\n`,
  (indent, key, value) =>
    `${key}: "${[...value].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"\n${indent}`,
];

/** How an entry with anything else as its value can be written, or the head of a block. */
const OTHERS: readonly ((indent: string, key: string, value: string) => string)[] = [
  (_, key, value) => `${key}: ${value}   # said`,
  (_, key, value) => `${key} :   ${value}`,
  (_, key, value) => `"${key}": ${value}`,
  (_, key, value) => `${key}: &${key} ${value}`,
  (_, key, value) => `${key}: ${value.replace(/^([[{])/, '$1 # said\n        ')}`,
  (_, key, value) => `${key}: ${value.replace(/([\]}])$/, ' ,\n      $1')}`,
  (_, key, value) => `${key}: ${value.replace(/, /g, ',\n        ')}`,
  (_, key, value) => `${key}: ${value.replace(/, /g, ' , # said\n        ')}`,
  (_, key, value) => `${key}: ${value.replace(/(\w+): (\w[\w-]*)/g, '"$1":$2')}`.replace(/":(\w)/g, '": $1'),
  (_, key, value) => `${key}: ${value.replace(/(\w+): (\w[\w-]*)/g, '$1: &f $2')}`,
  (_, key, value) => `${key}: ${value.replace(/(\w+): (\w[\w-]*)/g, '? $1 : $2')}`,
  (indent, key, value) => (value === '' ? `${key}: &${key} # said` : `${key}:\n${indent}  ${value}`),
  (indent, key, value) => (value === '' ? `# above\n${indent}${key}: !!map` : `${key}: !x ${value}`),
  (indent, key, value) => (value === '' ? `${key}:\n\n${indent}   # said` : `? ${key}\n${indent}: ${value}`),
];

/** How an item of a list can be written. */
const ITEMS: readonly ((indent: string, value: string) => string)[] = [
  (_, value) => `- ${value} # said`,
  (_, value) => `- &i ${value}`,
  (indent, value) => `-\n${indent}  ${value}`,
  (indent, value) => `- # said\n${indent}  ${value}`,
  (indent, value) => `- !!map\n${indent}  ${value}`,
  (indent, value) => `- &j\n${indent}  ${value}`,
  (indent, value) => `# above\n${indent}- ${value}\n${indent}  # below`,
];

/** Entries that no schema knows, and that features must leave alone. */
const EXTRAS = [
  '? [a, b]\n: c',
  '1: &one { x: 1, y: [2, 3] }',
  'null: y',
  "'': empty",
  '? |\n  block key\n: z',
  'x-kept: |+\n  kept\n\n',
  'x-number: 0o17',
  'x-date: 2025-01-01 # day',
  '__proto__: { constructor: x }',
  'x-list:\n- a\n-   - b\n    - c\n- ? d\n  : e',
  'x-folded: >\n  one\n  two\n\n    three\n',
  'x-base: &base { note: shared }\n<<: *base',
  'x-alias: &q text\nx-other: *q',
  '? &qk q\n: *qk',
  'x-quoted: "a\\\n  b"',
  'x-tagged: !!binary aGk=',
];

function dressedLine(line: string, choice: number): string {
  if (choice === 0) return line;
  const [, before, key, value = ''] = ENTRY.exec(line) ?? [];
  if (before !== undefined && key !== undefined) {
    const ways = PLAIN.test(value) ? TEXTS : OTHERS;
    return before + ways[choice % ways.length]!(before.replaceAll('-', ' '), key, value);
  }
  const [, indent, item] = ITEM.exec(line) ?? [];
  if (indent !== undefined && item !== undefined) return indent + ITEMS[choice % ITEMS.length]!(indent, item);
  return line;
}

/** What can be done to a whole text. */
const WHOLES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.trimEnd(),
  (text) => `\ufeff${text}`,
  (text) => `---\n${text}`,
  (text) => `--- # head\n${text}...\n`,
  (text) => `%YAML 1.2\n--- &root\n${text}`,
  (text) => `--- !!map\n${text}\n\n\n`,
  (text) => `other: document # 🙂\n---\n${text}---\nkind: person\nid: x-last\nname: Last`,
  (text) => `# yaml-language-server: $schema=x\n\n${text}# the end`,
  (text) => text.replace(/^(?=.)/gm, '  '),
  (text) => `${text}...\n# between\n--- |\n  text\n`,
  (text) => text.replace(/^( +)/gm, '$1$1'),
  (text) => text.replace(/^( *)( {2}- )/gm, '$1- ').replace(/^ {4}(?=\w)/gm, '  '),
];

/** A text written otherwise. What it says may become something else, too: features meet that as well. */
export function dressed(text: string, { lines, whole, lineEnd, extra }: Dress): string {
  const written = text.split('\n').map((line, index) => dressedLine(line, lines[index] ?? 0));
  for (const [index, choice] of extra.entries()) {
    const at = (choice * 7 + index) % written.length;
    const place = [...written.keys()].filter((line) => line >= at).find((line) => /^[\w"']/.test(written[line]!));
    if (place !== undefined) written.splice(place, 0, EXTRAS[choice % EXTRAS.length]!);
  }
  const aliased = withAliases(written.join('\n'), extra.at(-1) ?? 0);
  return WHOLES[whole % WHOLES.length]!(aliased).replace(/\r?\n/g, lineEnd);
}

const line = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(999) });

/** A text with aliases of what its anchors stand on: where the same is said again, and where nothing is said at all. */
function withAliases(text: string, choice: number): string {
  const anchors = [...text.matchAll(/: &(\w+) ([\w-]+)$/gm)];
  const [anchor] = anchors.slice(choice % (anchors.length + 1));
  if (!anchor) return text;
  const [source, name = '', value = ''] = anchor;
  const end = anchor.index + source.length;
  const again = text.slice(end).replace(new RegExp(`: ${value}$`, 'm'), `: *${name}`);
  const copy = choice % 2 === 0 ? `\nx-copy: *${name}` : '';
  const list = choice % 3 === 0 ? `\nx-copies: [*${name}, { *${name} : *${name} }]` : '';
  const isInner = /^[ -]/m.test(text.slice(text.lastIndexOf('\n', anchor.index) + 1, end));
  return text.slice(0, end) + (isInner ? '' : copy + list) + again;
}

/** Any dress. */
export const dress: fc.Arbitrary<Dress> = fc.record({
  lines: fc.array(line, { maxLength: 40, size: 'max' }),
  whole: fc.oneof(fc.constant(0), fc.nat(WHOLES.length - 1)),
  lineEnd: fc.constantFrom('\n' as const, '\n' as const, '\r\n' as const),
  extra: fc.array(fc.nat(999), { maxLength: 2 }),
});

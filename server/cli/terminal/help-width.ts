/** Help texts in the width of a terminal. */

/** A line that begins with what it explains, two blanks or more before the explanation: an option, an exit code. */
const ENTRY = /^ *\S+(?: \S+)* {2,}(?=\S)/;

/**
 * Wraps a help text to lines of at most `width` columns. Lines that begin at the margin are paragraphs and run together;
 * all others stand for themselves and go on below their text. Commands (`$ …`) stay whole, so that they can be copied.
 */
export function wrapHelp(text: string, width: number): string {
  return text
    .split('\n\n')
    .map((block) => wrapBlock(block, width))
    .join('\n\n');
}

function wrapBlock(block: string, width: number): string {
  const lines: string[] = [];
  let isParagraph = false;
  for (const line of block.split('\n')) {
    const isAtMargin = /^\S/.test(line);
    if (isAtMargin && isParagraph) lines.push(`${lines.pop()} ${line}`);
    else lines.push(line);
    isParagraph = isAtMargin;
  }
  return lines.map((line) => wrapLine(line, width)).join('\n');
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width || /^\s*\$ /.test(line)) return line;
  const indent = ' '.repeat((ENTRY.exec(line) ?? /^ */.exec(line)!)[0].length);
  const wrapped: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const end = rest.lastIndexOf(' ', width);
    if (end <= indent.length) break;
    wrapped.push(rest.slice(0, end));
    rest = indent + rest.slice(end + 1);
  }
  return [...wrapped, rest].join('\n');
}

/** Drawings as plain values: SVG elements before any page or file. */

export type Attributes = Record<string, string | number | null | undefined>;

export interface Shape {
  readonly name: string;
  /** null and undefined stand for no attribute. */
  readonly attributes: Attributes;
  readonly children: readonly (Shape | string)[];
}

export function shape(name: string, attributes: Attributes = {}, ...children: (Shape | string)[]): Shape {
  return { name, attributes, children };
}

/** A translation on the pixel grid, so that thin lines stay crisp. */
export function at(x: number, y: number): string {
  return `translate(${Math.round(x)},${Math.round(y)})`;
}

/** The shape as SVG text, everything in it escaped; characters that XML cannot hold become U+FFFD. */
export function toSvgText({ name, attributes, children }: Shape): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) text += ` ${key}="${escapeText(String(value))}"`;
  }
  if (children.length === 0) return `${text}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escapeText(child) : toSvgText(child))).join('');
  return `${text}>${inner}</${name}>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

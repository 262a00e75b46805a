/** Makes SVG and HTML elements; attributes are presentation attributes and classes only, never `style` (the page's CSP forbids it). */
import type { Attributes, Shape } from '../drawing/shapes.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The element of a shape. */
export function toElement({ name, attributes, children }: Shape): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  setAttributes(element, attributes);
  for (const child of children) element.append(typeof child === 'string' ? child : toElement(child));
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/** null and undefined take an attribute away. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}

/** The icons of the page, and buttons of one: 16 × 16, drawn with a 1.3 px stroke in the colour of the text. */
import { html, svg } from './svg.ts';

const PATHS = {
  search: 'M10.5 10.5L14 14M12 7A5 5 0 1 1 2 7A5 5 0 1 1 12 7Z',
  filter: 'M1.5 3H14.5L9.5 8.5V13L6.5 14V8.5Z',
  compare: 'M2 3H14V7H2ZM2 9.5H14V13.5H2ZM6 3V7M10 9.5V13.5',
  clear: 'M4 4L12 12M12 4L4 12',
  minus: 'M3 8H13',
  plus: 'M3 8H13M8 3V13',
  fit: 'M1.5 3V13M14.5 3V13M4 8H12M6.5 5.5L4 8L6.5 10.5M9.5 5.5L12 8L9.5 10.5',
  timeline: 'M2 4H9M5 8H13M3 12H8',
  table: 'M2 3H14V13H2ZM2 6.5H14M2 10H14M6.5 3V13',
  details: 'M2 3H14V13H2ZM9.5 3V13',
  today: 'M2.5 4H13.5V13.5H2.5ZM2.5 7H13.5M5.5 2V5M10.5 2V5M8 9V11.5',
  save: 'M8 2V10.5M4.5 7.5L8 11L11.5 7.5M2.5 10.5V13.5H13.5V10.5',
  help: 'M5.2 6.2A2.8 2.8 0 1 1 9.4 8.3C8.4 8.9 8 9.4 8 10.4M8 13V13.1',
  warning: 'M8 2L14.5 13.5H1.5ZM8 6.5V9.5M8 11.2V11.8',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGSVGElement {
  return svg(
    'svg',
    { class: 'icon', width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { d: PATHS[name] }),
  );
}

/** A button of an icon, named by its tooltip. */
export function iconButton(
  name: IconName,
  label: string,
  onClick: (() => void) | null,
  className = 'icon-button',
): HTMLButtonElement {
  const button = html('button', { type: 'button', class: className, title: label, 'aria-label': label }, icon(name));
  if (onClick) button.addEventListener('click', onClick);
  return button;
}

/** The paints of a drawing by what they are for: the theme's on a screen, black on white on paper. */
import type { Tone } from './status.ts';

/** What a tone looks like: its lines, the inside of a bar, and the inside of a filled mark that is uncertain. */
export interface ToneInk {
  readonly line: string;
  readonly tint: string;
  readonly faint: string;
  readonly label: string;
}

export interface Ink {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly border: string;
  readonly grid: string;
  readonly gridStrong: string;
  readonly tick: string;
  readonly tickStrong: string;
  readonly lane: string;
  readonly head: string;
  /** Bands of chairmanships, neighbours in turns, and the outline of one that is uncertain. */
  readonly strip: readonly [string, string];
  readonly stripEdge: string;
  readonly stripLine: string;
  readonly wash: readonly [string, string];
  readonly pill: string;
  readonly error: string;
  readonly warning: string;
  readonly today: string;
  readonly tones: Readonly<Record<Tone, ToneInk>>;
}

/** The theme's colours, through the variables of the page's style sheet. */
export const SCREEN: Ink = {
  ground: 'var(--tl-bg)',
  text: 'var(--tl-fg)',
  muted: 'var(--tl-muted)',
  border: 'var(--tl-border)',
  grid: 'var(--tl-grid)',
  gridStrong: 'var(--tl-grid-strong)',
  tick: 'var(--tl-grid-strong)',
  tickStrong: 'var(--tl-tick)',
  lane: 'var(--tl-lane)',
  head: 'var(--tl-head)',
  strip: ['var(--tl-strip)', 'var(--tl-strip-alt)'],
  stripEdge: 'var(--tl-strip-edge)',
  stripLine: 'var(--tl-strip-line)',
  wash: ['var(--tl-wash)', 'var(--tl-wash-alt)'],
  pill: 'var(--tl-pill)',
  error: 'var(--tl-error)',
  warning: 'var(--tl-warning)',
  today: 'var(--tl-today)',
  tones: {
    done: screenTone('done'),
    planned: screenTone('planned'),
    active: screenTone('active'),
    off: { ...screenTone('off'), label: 'var(--tl-muted)' },
    neutral: screenTone('neutral'),
  },
};

/** Dark on white, told apart in grey as well: for files and printers. */
export const PAPER: Ink = {
  ground: '#ffffff',
  text: '#1f1f1f',
  muted: '#595959',
  border: '#c8c8c8',
  grid: '#f3f3f3',
  gridStrong: '#e0e0e0',
  tick: '#e0e0e0',
  tickStrong: '#b5b5b5',
  lane: '#dedede',
  head: '#f8f8f8',
  strip: ['#e9e9e9', '#d9d9d9'],
  stripEdge: 'none',
  stripLine: '#8f8f8f',
  wash: ['#fbfbfb', '#f4f4f4'],
  pill: '#ececec',
  error: '#c72e2e',
  warning: '#8f6200',
  today: '#c72e2e',
  tones: {
    done: { line: '#1a5fb4', tint: '#c6d7ec', faint: '#a3bfe1', label: '#1f1f1f' },
    planned: { line: '#7b3fa8', tint: '#ded0e9', faint: '#cab2dc', label: '#1f1f1f' },
    active: { line: '#9c5700', tint: '#e6d5c0', faint: '#d7bc99', label: '#1f1f1f' },
    off: { line: '#595959', tint: '#d6d6d6', faint: '#bdbdbd', label: '#595959' },
    neutral: { line: '#1f1f1f', tint: '#c7c7c7', faint: '#a5a5a5', label: '#1f1f1f' },
  },
};

function screenTone(tone: Tone): ToneInk {
  return {
    line: `var(--tl-${tone})`,
    tint: `var(--tl-${tone}-tint)`,
    faint: `var(--tl-${tone}-faint)`,
    label: 'var(--tl-fg)',
  };
}

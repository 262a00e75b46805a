/** Slips that the YAML library takes for something else, known by the text alone: what is wrong there, and what to write. */
import * as l10n from '@vscode/l10n';
import { lineAt, type Span } from '../text.ts';

/** Where a slip is and what to tell of it. */
export interface Slip {
  readonly span: Span;
  readonly message: string;
}

const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?= |\r?$)/gm;
const FORBIDDEN = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** Blanks that look like one and are none to YAML, and characters that nobody sees. */
const STRANGE_BLANK = /[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/** A character as U+00A0. */
export function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A character as code; a backtick would end the code it stands in. */
export function inCode(character: string): string {
  return character === '`' ? l10n.t('a backtick') : `\`${character}\``;
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The first character that no YAML text may hold (YAML 1.2.2, 5.1); half of a surrogate pair is one, too. */
export function forbiddenCharacter(text: string): Slip | undefined {
  const found = FORBIDDEN.exec(text);
  if (!found) return undefined;
  const message = l10n.t('The character {0} may not stand in a YAML file: remove it.', codePoint(found[0]));
  return { span: { start: found.index, end: found.index + 1 }, message };
}

/** The marks that version control leaves where it could not join two versions; `lines` are those to pass over, so that one version is left. */
export function* mergeConflicts(text: string): Generator<{ readonly slip: Slip; readonly lines: readonly Span[] }> {
  if (!text.includes('\n>>>>>>>')) return;
  let first: number | undefined;
  let second: number | undefined;
  for (const { 0: mark, index } of text.matchAll(CONFLICT)) {
    if (mark.startsWith('<')) [first, second] = [index, undefined];
    else if (!mark.startsWith('>')) second ??= index;
    else if (first !== undefined && second !== undefined) {
      const lines = [lineAt(text, first)];
      for (let at = second; at >= 0 && at <= index; at = text.indexOf('\n', at) + 1 || -1) {
        const line = lineAt(text, at);
        if (line.end > at) lines.push(line);
      }
      const message = l10n.t(
        'A merge has left two versions here: keep one, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.',
      );
      yield { slip: { span: { start: first, end: first + mark.length }, message }, lines };
      first = undefined;
    }
  }
}

/** A line that YAML takes for a directive for want of the `---` that ends directives, which the library misses elsewhere. */
export function loneDirective(text: string): Slip {
  const { start, end } = lineAt(text, Math.max(0, text.search(/^%/m)));
  return {
    span: { start, end },
    message: l10n.t(
      'A line that begins with `%` is a directive of YAML and needs a line `---` below: add it, or put `#` before the `%`.',
    ),
  };
}

/** The character of a line without a key that only looks like the colon or the blank that it needs. */
export function lookalike(text: string, { start, end }: Span): Slip | undefined {
  const line = text.slice(start, end);
  const wide = /^[\w-]+\s*(：)/.exec(line);
  if (wide) {
    const at = start + wide[0].length - 1;
    return {
      span: { start: at, end: at + 1 },
      message: l10n.t('This is a wide colon (U+FF1A): write `:` and a blank.'),
    };
  }
  const key = /^[\w-]+:/.exec(line);
  return key ? strangeBlank(text, start + key[0].length) : undefined;
}

/** The character at an offset, where it only looks like a blank or nobody sees it. */
export function strangeBlank(text: string, at: number): Slip | undefined {
  const character = text.charAt(at);
  if (!STRANGE_BLANK.test(character)) return undefined;
  return {
    span: { start: at, end: at + 1 },
    message: l10n.t('This is not a blank but the character {0}: write an ordinary blank.', codePoint(character)),
  };
}

/** What to say of text that follows a value which is complete, by what stands before it. */
export function misplaced(text: string, start: number, rest: string): string | undefined {
  const before = text.slice(lineAt(text, start).start, start);
  if (/^-(?:\s|$)/.test(rest)) {
    return /:\s+$/.test(before)
      ? l10n.t('A list begins on the line below its key: write it there, or put text that begins with `-` in quotes.')
      : undefined;
  }
  const mark = /:\s+([|>][-+\d]*)\s+$/.exec(before)?.[1];
  if (mark) {
    return l10n.t('Text after `{0}` begins on the next line: write it there, or put the whole value in quotes.', mark);
  }
  if (before.endsWith("'") && /^[\p{L}\p{N}]/u.test(rest)) {
    return l10n.t("An apostrophe ends text in single quotes: write it twice (`''`), or use double quotes.");
  }
  if (before.endsWith('"') && /^[\p{L}\p{N}]/u.test(rest)) {
    return l10n.t('A double quote ends text in double quotes: write `\\"` inside, or use single quotes around it.');
  }
  return undefined;
}

export function cannotBeRead(why: string): string {
  return l10n.t('This document cannot be read: {0}.', why);
}

export function nestedTooDeep(): string {
  return l10n.t('This document cannot be read: it is nested too deeply.');
}

export function tooLong(): string {
  return l10n.t(
    'This document cannot be read: something in it is wrong, or is more than plain YAML, and it is too long to find out what. Split it into several documents.',
  );
}

export function unclosedQuoteMessage(quote: string): string {
  return quote === '"'
    ? l10n.t('This double quote is not closed: add `"` at the end of the text it opens.')
    : l10n.t("This single quote is not closed: add `'` at the end of the text it opens.");
}

/** What to say of a line in the wrong place that is, or was to be, an entry of a list. */
export function listEntry(text: string, start: number): string | undefined {
  if (text[start] !== '-') return undefined;
  if (/[ \t\r\n]/.test(text[start + 1] ?? '\n')) {
    return l10n.t(
      'An entry of a list cannot stand among the keys of a map: give the list a key of its own, or remove the `-`.',
    );
  }
  return text.startsWith('--', start) ? undefined : l10n.t('An entry of a list needs a blank after `-`.');
}

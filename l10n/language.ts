/** The language that people are spoken to in: English, unless the texts of another one are at hand. */
import * as l10n from '@vscode/l10n';

/** Texts in another language, as a bundle has them: by the English text, or by that and a comment. */
export type Texts = Readonly<Record<string, string>>;

/** From now on, all that is said is said in the language of `texts`; in English without any. It is one for the whole process. */
export function speak(texts: Texts | undefined): void {
  spoken = texts;
  l10n.config({ contents: texts ?? {} });
}

let spoken: Texts | undefined;

/** What is made for programs and assistants, which know the model in English, whatever language people are spoken to in. */
export function inEnglish<T>(make: () => T): T {
  const texts = spoken;
  speak(undefined);
  try {
    return make();
  } finally {
    speak(texts);
  }
}

/** The language of the texts as a BCP 47 tag: what else depends on a language, as the names of months do, goes with them. */
export function language(): string {
  return l10n.t({ message: 'en', comment: ['The BCP 47 tag of the language of these texts'] });
}

/** Categories in the order in which forms are written; each language has some of them. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

interface Numbers {
  readonly rules: Intl.PluralRules;
  readonly format: Intl.NumberFormat;
  /** The categories that the language has, in order. */
  readonly categories: readonly string[];
}

const numbers = new Map<string, Numbers>();

function numbersOf(tag: string): Numbers {
  let known = numbers.get(tag);
  if (!known) {
    const rules = new Intl.PluralRules(tag);
    const own = new Set(rules.resolvedOptions().pluralCategories);
    const format = new Intl.NumberFormat(tag);
    known = { rules, format, categories: CATEGORIES.filter((category) => own.has(category)) };
    numbers.set(tag, known);
  }
  return known;
}

/** "10,000", or as the language writes it; numbers below a thousand as they are. */
export function grouped(count: number): string {
  return count < 1000 ? String(count) : numbersOf(language()).format.format(count);
}

/**
 * A text about a number, in the form that the language has for it.
 * @param forms a text that has been translated: its forms, parted by `|`, in the order of {@link CATEGORIES}; a last one that
 * is missing is the one before it. `{0}` stands for the number, `{1}` for the first of `more`
 */
export function counted(count: number, forms: string, ...more: readonly string[]): string {
  const { rules, categories } = numbersOf(language());
  const all = forms.split('|');
  const place = categories.indexOf(rules.select(count));
  const form = all[Math.min(place, all.length - 1)] ?? forms;
  const values = [grouped(count), ...more];
  return form.replace(/\{(\d)\}/g, (mark, index) => values[Number(index)] ?? mark);
}

/** Words one after the other: "a, b and c". */
export function listed(words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  const last = type === 'conjunction' ? l10n.t('{0} and {1}') : l10n.t('{0} or {1}');
  if (words.length < 2) return words.join('');
  const values = [words.slice(0, -1).join(', '), words.at(-1)!];
  return last.replace(/\{(\d)\}/g, (_, index) => values[Number(index)]!);
}

/**
 * A word of the model, which its schemas bring along: a kind, a field or what may be chosen for one, with blanks in place of
 * hyphens and underscores. A word of nobody's stays as it is.
 */
export function modelWord(word: string): string {
  const message = word.replace(/[-_]/g, ' ');
  return l10n.t({ message, comment: ['A word of the model'] });
}

/**
 * What the model says of itself, in sentences that its schemas bring along: what a kind, a field or a value means. It is
 * translated where people are to read it; whoever reads the schemas has it in English.
 */
export function modelText(message: string): string {
  return l10n.t({ message, comment: [DESCRIPTION] });
}

/** What a rule is about, in a sentence that it brings along. */
export function ruleTitle(message: string): string {
  return l10n.t({ message, comment: ['What a rule is about'] });
}

const DESCRIPTION = 'A description of the model';

/** The texts without what the model says of itself in sentences, for where nobody is told about fields. */
export function withoutModelTexts(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !key.endsWith(`/${DESCRIPTION}`)));
}

/** The forms of a kind of record for {@link counted}: "{0} proposal|{0} proposals". */
export function kindForms(kind: string, plural: string): string {
  const message = `{0} ${kind}|{0} ${plural}`;
  return l10n.t({ message, comment: ['Records of a kind, counted'] });
}

/** With a capital letter at its beginning. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

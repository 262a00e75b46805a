/** Every text that sources hand to `l10n.t` is in the bundle, and in that of every language, whole and with its places. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { englishBundle } from '../../l10n/build/bundle.mjs';
import { complaintsAbout, LANGUAGES, marksOf, readTexts } from './languages.ts';

const FILE = 'l10n/bundle.l10n.json';
const english = readTexts(FILE);

/** Texts that are rightly the same in a language: names, signs and words that it has taken over. */
const SAME: Readonly<Record<(typeof LANGUAGES)[number], ReadonlySet<string>>> = {
  ru: new Set([
    // Names of settings' values.
    '`true` or `false`',
    // Nothing but places: other languages order or part them in another way.
    '{0} {1}/A field and its date',
  ]),
};

describe(FILE, () => {
  it('is what the sources say', async () => {
    expect(
      readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8') === (await englishBundle()),
      `${FILE} is stale: run \`npm run generate\`, and translate what is new in the bundles beside it.`,
    ).toBe(true);
  });
});

describe.each(LANGUAGES)('l10n/bundle.l10n.%s.json', (language) => {
  const file = `l10n/bundle.l10n.${language}.json`;
  const texts = readTexts(file);

  it('has every text, and no other', () => {
    expect(complaintsAbout(english, texts, SAME[language], file)).toEqual([]);
  });

  it('has the places and the code of each text in each of its forms', () => {
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const [form = ''] = (english[key] ?? '').split('|').slice(-1);
      return text.split('|').some((one) => marksOf(one).join() !== marksOf(form).join());
    });
    expect(wrong).toEqual([]);
  });

  it('has as many forms as the language has for whole numbers', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    // Fractions, which Russian has a form of its own for, are not counted here.
    const forms = pluralCategories.filter((category) => category !== 'other').length;
    const wrong = Object.entries(texts).filter(
      ([key, text]) => (english[key] ?? '').includes('|') && text.split('|').length !== forms,
    );
    expect(wrong).toEqual([]);
  });

  it('quotes as the language does, and ends as the English text ends', () => {
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const said = text.replace(/`[^`]*`/g, '');
      return /["“”]/.test(said) || /[.:…?!]$/.exec(text)?.[0] !== /[.:…?!]$/.exec(english[key] ?? '')?.[0];
    });
    expect(wrong).toEqual([]);
  });
});

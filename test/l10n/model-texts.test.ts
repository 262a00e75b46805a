/** What the schemas say of kinds, fields and values is there in every language, said in one way, and comes through as it is. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { inEnglish, modelText, modelWord, ruleTitle, speak, withoutModelTexts } from '../../l10n/language.ts';
import { kinds, MANIFEST, type Schema, schemaOf } from '../../server/dataset/schema.ts';
import { signature, typeOf } from '../../server/dataset/signature.ts';
import { rules } from '../../server/rules/index.ts';
import { LANGUAGES, readTexts } from './languages.ts';

afterEach(() => speak(undefined));

const schemas = everySchema();

function everySchema(): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  const visit = (schema: Schema): void => {
    if (found.has(schema)) return;
    found.add(schema);
    for (const inner of [...schema.properties.values(), schema.items, schema.additional]) if (inner) visit(inner);
  };
  for (const kind of [...kinds, MANIFEST]) visit(schemaOf(kind));
  return found;
}

/** All that the model has to say to people, as whoever reads the schemas meets it. */
function sayings(): Set<string> {
  const all = [...schemas].flatMap((schema) => [schema, ...schema.values]).map(({ description }) => description);
  return new Set(all.filter((text) => text !== ''));
}

/** Our words in a type; names of fields and values are none: they are what is to be written. */
const WORDS =
  /\b(?:anything|list of|name:|map|ids? of|date|web|address|paths?|name of|text|number|required|or (?!\|))\b/;

describe.each(LANGUAGES)('the model in %s', (language) => {
  const file = `l10n/bundle.l10n.${language}.json`;
  const texts = readTexts(file);

  it('says in it what each kind, field and value means', () => {
    speak(texts);
    const all = [...sayings()];
    expect(all.length).toBeGreaterThan(300);
    expect(
      all.filter((text) => modelText(text) === text),
      `Translate these in ${file}, under "<the text>/A description of the model".`,
    ).toEqual([]);
  });

  it('says in it what each rule is about', () => {
    speak(texts);
    expect(rules.map(({ title }) => title).filter((title) => ruleTitle(title) === title)).toEqual([]);
  });

  it('says one thing in one way, here and in the settings', () => {
    const english = { ...readTexts('l10n/bundle.l10n.json'), ...readTexts('package.nls.json') };
    const translated = { ...texts, ...readTexts(`package.nls.${language}.json`) };
    const whole = /\/(?:A description of the model|What a rule is about)$/;
    const ways = new Map<string, Set<string>>();
    for (const key of Object.keys(english).filter((one) => whole.test(one)))
      ways.set(english[key]!, new Set([translated[key]!]));
    for (const [key, text] of Object.entries(english)) ways.get(text)?.add(translated[key] ?? '');
    expect([...ways.values()].filter(({ size }) => size > 1)).toEqual([]);
  });

  it('has each key once', () => {
    const keys = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').match(/^ {2}"(?:[^"\\]|\\.)*":/gm);
    expect(keys).toHaveLength(Object.keys(texts).length);
  });

  it('has no English word in the type of a field, except for assistants', () => {
    const english = new Map([...schemas].map((schema) => [schema, typeOf(schema)]));
    speak(texts);
    const types = [...schemas].filter(({ values, properties }) => values.length === 0 && properties.size === 0);
    expect(types.map(typeOf).filter((type) => WORDS.test(type.replace(/\{[^{}]*\}/g, '')))).toEqual([]);
    const again = inEnglish(() => [...schemas].filter((schema) => typeOf(schema) !== english.get(schema)));
    expect(again).toEqual([]);
    const host = schemaOf('summit').properties.get('host')!;
    const type = texts['id of a {0}']!.replace('{0}', modelWord('state'));
    expect(signature('host', host, true)).toBe(`${texts['{0} (required)']!.replace('{0}', 'host')}: ${type}`);
  });
});

describe('a text of the model', () => {
  it.each(['Write `{0}` or {1}.', '{', '{}', 'A map such as { a: {b} }.', ''])('comes through as it is: %j', (text) => {
    expect(modelText(text)).toBe(text);
    speak({ [`${text}/A description of the model`]: `Ж${text}` });
    expect(modelText(text)).toBe(`Ж${text}`);
    expect(modelText(`${text} And more.`)).toBe(`${text} And more.`);
  });

  it('is not sent where nobody is told about fields', () => {
    const texts = { 'Fit/A description of the model': 'а', Fit: 'б', 'state/A word of the model': 'в' };
    expect(withoutModelTexts(texts)).toEqual({ Fit: 'б', 'state/A word of the model': 'в' });
  });
});

it('what is said in English meanwhile changes nothing, even where it fails', () => {
  speak({ 'A/A description of the model': 'Я' });
  expect(inEnglish(() => modelText('A'))).toBe('A');
  expect(() =>
    inEnglish(() => {
      throw new Error('No.');
    }),
  ).toThrow('No.');
  expect(modelText('A')).toBe('Я');
});

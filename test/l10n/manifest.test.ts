/** Every text of the manifest is there in every language, and says to VS Code what the English one says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaintsAbout, LANGUAGES, marksOf, readTexts } from './languages.ts';

const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const english = readTexts('package.nls.json');

/** Keys of names that are the same in all languages. */
const NAMES = new Set(['displayName', 'category', 'setting.title', 'view.contextualTitle']);

/** Properties of contributions that people read. Descriptions for language models are not among them: they stay English. */
const READ = new Set([
  ...['title', 'category', 'description', 'markdownDescription', 'displayName', 'userDescription', 'contextualTitle'],
  ...['enumDescriptions', 'markdownEnumDescriptions', 'patternErrorMessage', 'deprecationMessage', 'contents'],
  ...['enumItemLabels', 'shortTitle', 'altText', 'name'],
]);
/** Contributions that have such properties for programs alone. */
const FOR_PROGRAMS = new Set(['languages', 'grammars', 'semanticTokenScopes', 'configurationDefaults', 'inputSchema']);

describe('package.json', () => {
  it('asks for every text of package.nls.json, and for none that is missing there', () => {
    const asked = [...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!);
    expect(
      [...new Set(asked)].sort(),
      'Texts stand in package.nls.json, each under a key that package.json names.',
    ).toEqual(Object.keys(english).sort());
  });

  it('holds no words for people itself', () => {
    const plain: string[] = [];
    const visit = (node: unknown, way: readonly string[]): void => {
      if (typeof node === 'string') {
        const property = way.findLast((step) => !/^\d+$/.test(step))!;
        if (READ.has(property) && !/^%[^%]+%$/.test(node)) plain.push(`${way.join('.')}: ${node}`);
      } else if (node !== null && typeof node === 'object') {
        for (const [key, inner] of Object.entries(node)) if (!FOR_PROGRAMS.has(key)) visit(inner, [...way, key]);
      }
    };
    const { displayName, description, capabilities, contributes } = JSON.parse(manifest);
    // What tools are called among language models is no text for people.
    const tools = (contributes.languageModelTools ?? []).map(({ name: _, ...tool }: { name: string }) => tool);
    visit({ displayName, description, capabilities, contributes: { ...contributes, languageModelTools: tools } }, []);
    expect(plain, 'Write "%some.key%" there, and the text under that key into package.nls.json.').toEqual([]);
  });
});

describe.each(LANGUAGES)('package.nls.%s.json', (language) => {
  const file = `package.nls.${language}.json`;
  const texts = readTexts(file);

  it('has every text, and no other', () => {
    expect(complaintsAbout(english, texts, NAMES, file)).toEqual([]);
  });

  it('keeps code, commands, links and icons as they are', () => {
    const changed = Object.entries(texts).filter(
      ([key, text]) => marksOf(text).join() !== marksOf(english[key] ?? '').join(),
    );
    expect(changed).toEqual([]);
  });

  it('quotes as the language does', () => {
    expect(Object.values(texts).filter((text) => /["“”]/.test(text.replace(/`[^`]*`|\]\([^)]*\)/g, '')))).toEqual([]);
  });
});

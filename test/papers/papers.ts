/** The papers, as the tests that hold them true read them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const NAMES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/rules/README.md',
] as const;

/** A code block between fences, with the language it names. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

export interface Paper {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
  /** The text without code blocks. */
  readonly prose: string;
}

const BLOCK = /^```(\w*)\n(.*?)^```$/gms;

export const papers: readonly Paper[] = NAMES.map((name) => {
  const text = readFileSync(`${ROOT}${name}`, 'utf8');
  const blocks = [...text.matchAll(BLOCK)].map(([, language, inner]) => ({ language: language!, text: inner! }));
  return { name, text, blocks, prose: text.replace(BLOCK, '') };
});

/** The paper of a name. */
export function paper(name: (typeof NAMES)[number]): Paper {
  return papers.find((known) => known.name === name)!;
}

/** The lines of all shell blocks, comments left out. */
export function commands({ blocks }: Paper): string[] {
  return blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
}

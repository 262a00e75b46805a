/** A name or an id of a megabyte is shown by its beginning, wherever something is shown of a record. */
import { describe, expect, it } from 'vitest';
import { Converter } from '../../server/features/convert.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { hover } from '../../server/features/hover.ts';
import { workspaceSymbols } from '../../server/features/workspace-symbols.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const LONG = 'Aa '.repeat(350_000);
const ID = 'a'.repeat(1_000_000);
const FILES = {
  'a.yaml': `kind: organization\nid: ${ID}\nname: ${LONG}\ntype: forum\nnames: [{ text: ${LONG}, lang: en, until: 2001 }]\nformer_ids: [${ID}b]\n`,
  'b.yaml': `kind: summit\nid: ${ID}\nname: ${LONG}\norganization: ${ID}\nstatus: held\ndate: 2020-01-01\nplace: { city: ${LONG}, state: XAA }\n`,
  'c.yaml': `kind: state\nid: XAA\nname: ${LONG}\n---\nkind: summit\nid: s\nname: &${ID} ${LONG}\norganization: ${ID}b\nbody: *${ID}\nparticipants: [{ state: XAA }]\n`,
};

/** More than any sentence or card has that is made for people. */
const MOST = 3000;
const workspace = makeWorkspace(FILES, rules);
const converter = new Converter(workspace, { spelled: (own) => own });

/** The beginning of each shown text that is too long. */
const tooLong = (texts: readonly string[]) =>
  texts.filter((text) => text.length > MOST).map((text) => text.slice(0, 80));

describe.each(Object.entries(FILES))('a long name in %s', (name, text) => {
  const uri = `${ROOT}/${name}`;
  const places = [...text.matchAll(/^|.$|[[{:,] (?=.)/gm)].map(({ index, 0: found }) => index + found.length);

  it('is cut in what is shown of each place', () => {
    const shown = places.map((place) => {
      const { contents } = hover(workspace, uri, place, converter, { hoverMarkup: 'markdown', rulePage: '' }) ?? {};
      return JSON.stringify(contents ?? '');
    });
    expect(shown.join('')).toContain('Aa Aa');
    expect(tooLong(shown)).toEqual([]);
  });

  it('is cut in problems, and in what is offered for them', () => {
    const problems = workspace.problemsOf(uri);
    const words = problems.flatMap(({ message, related, fixes }) => [
      message,
      ...related.map((place) => place.message),
      ...fixes().map(({ title }) => title),
    ]);
    expect(words.join('')).toContain('…');
    expect(tooLong(words)).toEqual([]);
  });

  it('is cut in outlines and lists', () => {
    const symbols = documentSymbols(workspace, uri, converter, { symbolTree: false });
    const found = workspaceSymbols('aa', [{ workspace, converter }]);
    const words = [...symbols, ...found].flatMap(({ name, ...more }) => [
      name,
      String(Reflect.get(more, 'containerName')),
    ]);
    expect(words.join('')).toContain('…');
    expect(tooLong(words)).toEqual([]);
  });
});

/** What is shown as Markdown, read by a foreign reader that lets everything through: the words of a dataset stay words. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { Converter } from '../../server/features/convert.ts';
import { hover } from '../../server/features/hover.ts';
import { clip, code, codeBlock, escapeMarkdown, link } from '../../server/features/markdown.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';
import '../support/random.ts';

const toHtml = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const wordsOf = (html: string) =>
  html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name]!);
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];
const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();

const PIECES = [
  ...'\\`*_[]()<>&;:/#-+=.!|~^$@ \n\r\t\u2028a1ə🙂'.split(/(?:)/u),
  ...['![', '](', 'http://', 'www.', 'a@b.c', '<img src=x onerror=alert(1)>', '[x](command:evil)', '&lt;', '&#60;'],
  ...['<!--', '<a href="command:x">', '```', '~~~', '    ', '\n\n', '---', '|-|', '[^1]', '[x]: y', '- [ ] ', '<b>'],
];
const texts = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 40 }).filter((text) => collapsed(text) !== '');

describe('text of a record', () => {
  it('is nothing but words, wherever our cards put it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = escapeMarkdown(text);
        for (const [markdown, tags] of [
          [`x ${words} x`, ['<p>', '</p>']],
          [`**x${words}x**`, ['<p>', '<strong>', '</strong>', '</p>']],
          [`- x: ${words}`, ['<ul>', '<li>', '</li>', '</ul>']],
          [words, ['<p>', '</p>']],
        ] as const) {
          const html = toHtml(markdown);
          expect(tagsOf(html), markdown).toEqual(tags);
          expect(collapsed(wordsOf(html)), markdown).toContain(collapsed(text));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing but code where it is code', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(tagsOf(toHtml(`x ${code(text)} x`))).toEqual(['<p>', '<code>', '</code>', '</p>']);
        expect(tagsOf(toHtml(codeBlock(text, 'yaml')))).toEqual([
          '<pre>',
          '<code class="language-yaml">',
          '</code>',
          '</pre>',
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the words of a link that leads where its address says, or of none', () => {
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.constantFrom('https://e.org/', 'command:', 'javascript:', ''),
        (label, way, scheme) => {
          const html = toHtml(`x ${link(label, scheme + way)} x`);
          const [, opening, , ...others] = tagsOf(html);
          if (others.length > 0) expect(opening).toMatch(/^<a href="https?:\/\//);
          expect(tagsOf(html).length).toBe(others.length > 0 ? 4 : 2);
          expect(collapsed(wordsOf(html))).toContain(collapsed(label));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays so when it is cut', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), (text, most) => {
        expect(tagsOf(toHtml(`x ${escapeMarkdown(clip(text, most))} x`))).toEqual(['<p>', '</p>']);
      }),
    );
  });
});

const EVIL =
  '<img src=x onerror=alert(1)> ![x](http://evil.example/x) [x](command:evil) `a` **b** <a href="command:evil">x</a>';
const q = JSON.stringify(EVIL);
const FILES = {
  'a.yaml': `kind: organization\nid: ${q}\nname: ${q}\ntype: forum\nnames: [{ text: ${q}, lang: en, until: 2001 }]\naliases: [${q}]\nwebsite: ${q}\n`,
  'b.yaml': `kind: summit\nid: s\nname: &a ${q}\norganization: ${q}\nstatus: held\ndate: 2020-01-01\nplace: { city: ${q}, venue: ${q}, state: XAA }\ntheme: *a\nparticipants: [{ state: XAA, person: p, role: ${q} }]\ncitations: [{ source: z, quote: ${q}, locator: ${q} }]\n`,
  'c.yaml': `kind: source\nid: z\ntitle: ${q}\npublisher: ${q}\nurl: ${JSON.stringify('command:evil')}\n---\nkind: state\nid: XAA\nname: ${q}\n---\nkind: person\nid: p\nname: ${q}\noffices: [{ title: ${q}, state: XAA }]\n`,
};
/** What our cards are made of. */
const OURS = /^<\/?(?:p|strong|ul|ol|li|br \/|hr \/|code|code class="language-yaml"|pre)>$/;

it.each(Object.entries(FILES))('a hover in %s has no elements but our own', (name, text) => {
  const workspace = makeWorkspace(FILES, rules);
  const converter = new Converter(workspace, { spelled: (own) => own });
  let seen = 0;
  for (let place = 0; place < text.length; place += 3) {
    const found = hover(workspace, `${ROOT}/${name}`, place, converter, { hoverMarkup: 'markdown', rulePage: '' });
    const { value = '' } = (found?.contents ?? {}) as { value?: string };
    const html = toHtml(value);
    if (html.includes('onerror')) seen++;
    expect(tagsOf(html).filter((tag) => !OURS.test(tag))).toEqual([]);
  }
  expect(seen).toBeGreaterThan(0);
});

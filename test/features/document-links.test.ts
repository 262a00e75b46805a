/** Document links: what opens when someone follows an address or a file's path. */
import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../server/features/document-links.ts';
import { openEditor } from '../support/editor.ts';
import { lineEnds, ROOT } from '../support/fixture.ts';

/** The text of each link and where it leads. */
function links(text: string): (string | undefined)[][] {
  const { workspace, uri, converter } = openEditor({ 'a.yaml': text });
  const read = workspace.textOf(uri)!;
  return documentLinks(workspace, uri, converter).map(({ range, target }) => [
    read.slice(converter.offset(uri, range.start), converter.offset(uri, range.end)),
    target,
  ]);
}

const SOURCE = 'kind: source # 🙂 Источник\nid: a\npublisher: TASS\n';

describe.each(lineEnds)('document links with %s', (_, convert) => {
  it.each([
    ['an address', 'url: https://example.org/a?b=c#d', 'https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['one in quotes', "url: 'https://example.org'", 'https://example.org', 'https://example.org'],
    [
      'one with letters of another alphabet',
      'url: "https://example.org/новости/İlham?я=1"',
      'https://example.org/новости/İlham?я=1',
      'https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%C4%B0lham?%D1%8F=1',
    ],
    ['a host in another alphabet', 'url: http://пример.рф', 'http://пример.рф', 'http://xn--e1afmkfd.xn--p1ai/'],
    [
      'odd characters',
      'url: https://example.org/100%/[1]|{2}',
      'https://example.org/100%/[1]|{2}',
      'https://example.org/100%25/%5B1%5D%7C%7B2%7D',
    ],
    [
      'escapes that are there',
      'url: https://example.org/%D0%BD',
      'https://example.org/%D0%BD',
      'https://example.org/%D0%BD',
    ],
    [
      'an address on a line of its own',
      'url: >-\n  https://example.org/b',
      'https://example.org/b',
      'https://example.org/b',
    ],
    ['escapes in quotes', 'url: "https:\\/\\/example.org"', 'https:\\/\\/example.org', 'https://example.org'],
    [
      'an address that a comment has, too',
      '# https://example.org\nurl: https://example.org',
      'https://example.org',
      'https://example.org',
    ],
    ['a file of the dataset', 'text: texts/./a (1).txt', 'texts/./a (1).txt', `${ROOT}/texts/a%20%281%29.txt`],
    [
      'a file in another alphabet',
      'text: "тексты/а.txt"',
      'тексты/а.txt',
      `${ROOT}/%D1%82%D0%B5%D0%BA%D1%81%D1%82%D1%8B/%D0%B0.txt`,
    ],
  ])('leads from %s', (_name, line, text, target) => {
    expect(links(convert(`${SOURCE}${line}\n`))).toEqual([[text, target]]);
  });

  it.each([
    ['a script', 'url: javascript:alert(1)'],
    ['a command', 'url: command:workbench.action.quit'],
    ['a file by its address', 'url: file:///etc/passwd'],
    ['what is no address', 'url: https://'],
    ['a number', 'url: 5'],
    ['nothing', 'url:'],
    ['a file outside of the dataset', 'text: ../../etc/passwd'],
    ['a path from the top', 'text: /etc/passwd'],
    ['a drive', 'text: C:\\Windows\\system.ini'],
    ['an address for a path', 'text: https://example.org/a.txt'],
    ['prose', 'note: See https://example.org for more'],
    ['a field that the model does not know', 'home: https://example.org'],
  ])('leads nowhere from %s', (_name, line) => {
    expect(links(convert(`${SOURCE}${line}\n`))).toEqual([]);
  });

  it('leads from one after the other as they stand in the text', () => {
    const [url, file] = ['url: https://example.org\n', 'text: a.txt\n'];
    expect(links(convert(SOURCE + url + file)).map(([text]) => text)).toEqual(['https://example.org', 'a.txt']);
    expect(links(convert(SOURCE + file + url)).map(([text]) => text)).toEqual(['a.txt', 'https://example.org']);
    const merged = 'x: &x { url: https://example.org }\ntext: a.txt\n<<: *x\n';
    expect(links(convert(SOURCE + merged)).map(([text]) => text)).toEqual(['https://example.org', 'a.txt']);
  });

  it('leads from each of several documents, in flow style and through aliases', () => {
    const text = convert(
      'kind: organization\nid: a\nidentifiers: { website: &w "https://a.example", wikidata: Q1065 }\n---\n{ kind: source, id: b, url: https://b.example }\n---\nkind: source\nid: &u https://c.example\nurl: *u\n',
    );
    expect(links(text)).toEqual([
      ['https://a.example', 'https://a.example'],
      ['Q1065', 'https://www.wikidata.org/wiki/Q1065'],
      ['https://b.example', 'https://b.example'],
      ['*u', 'https://c.example'],
    ]);
  });
});

describe('document links', () => {
  it('go from a record of the registry', () => {
    const { workspace, converter } = openEditor({ 'a.yaml': '' });
    const found = documentLinks(workspace, 'security-initiatives-registry:/organizations/ots.yaml', converter);
    expect(found.map(({ target }) => target)).toEqual(['https://www.turkicstates.org']);
  });

  it('are not made in texts that are no records, and survive broken ones', () => {
    expect(links('url: https://example.org\n')).toEqual([]);
    expect(links('kind: source\nurl: "https://example.org\nid: a\n')).toEqual([
      ['https://example.org', 'https://example.org'],
    ]);
  });
});

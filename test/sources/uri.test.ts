/** URIs: one spelling for a file, whoever names it. */
import { describe, expect, it } from 'vitest';
import { encodeName } from '../../server/dataset/stored-texts/file-path.ts';
import { canonicalUri, isWithin, nameOf, parentOf, shownName } from '../../server/sources/uri.ts';

describe('canonicalUri', () => {
  it.each([
    // As VS Code's `Uri.toString()` has them.
    ['file:///home/a%20b/c.yaml', 'file:///home/a%20b/c.yaml'],
    ['file:///c%3A/data/x.yaml', 'file:///c%3A/data/x.yaml'],
    // As others have them.
    ['file:///C:/data/x.yaml', 'file:///c%3A/data/x.yaml'],
    ['file:///C%3a/data/x.yaml', 'file:///c%3A/data/x.yaml'],
    ["file:///a/b(1)!*'.yaml", 'file:///a/b%281%29%21%2A%27.yaml'],
    ['file:///a/b@c,d;e=f+g&h$i.yaml', 'file:///a/b%40c%2Cd%3Be%3Df%2Bg%26h%24i.yaml'],
    ['file:///a/саммит.yaml', 'file:///a/%D1%81%D0%B0%D0%BC%D0%BC%D0%B8%D1%82.yaml'],
    ['file:///a/~x_y-z.yaml', 'file:///a/~x_y-z.yaml'],
    ['file:///a/100%.yaml', 'file:///a/100%25.yaml'],
    ['file:///a/b%2Fc.yaml', 'file:///a/b%2Fc.yaml'],
    ['FILE://Server/share/x.yaml', 'file://server/share/x.yaml'],
    ['file:///a/b/', 'file:///a/b'],
    ['file:///', 'file://'],
    ['vscode-vfs://github/o/r/a b.yaml?ref=1#L2', 'vscode-vfs://github/o/r/a%20b.yaml?ref=1#L2'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ])('%s → %s', (uri, canonical) => {
    expect(canonicalUri(uri)).toBe(canonical);
    expect(canonicalUri(canonical)).toBe(canonical);
  });
});

it('encodes a name that is half a character', () => {
  expect(encodeName('a\ud800.yaml')).toBe('a%EF%BF%BD.yaml');
});

it('knows what stands above and within', () => {
  expect(parentOf('file:///a/b.yaml')).toBe('file:///a');
  expect(parentOf('file:///a')).toBe('file://');
  expect(parentOf('file://')).toBeUndefined();
  expect(parentOf('untitled:Untitled-1')).toBeUndefined();
  expect(isWithin('file:///a/b', 'file:///a')).toBe(true);
  expect(isWithin('file:///a', 'file:///a')).toBe(true);
  expect(isWithin('file:///ab', 'file:///a')).toBe(false);
});

it('shows names as people write them', () => {
  expect(nameOf('file:///a/b%20c.yaml')).toBe('b c.yaml');
  expect(shownName('file:///a/100%25.yaml')).toBe('/a/100%.yaml');
  expect(shownName('file:///c%3A/a')).toBe('c:/a');
  expect(shownName('vscode-vfs://github/a%20b')).toBe('vscode-vfs://github/a b');
  expect(shownName('file:///a/%zz')).toBe('/a/%zz');
});

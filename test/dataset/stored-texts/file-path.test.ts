/** Paths as records write them: one form for each file, and none for what lies outside; and those of URIs as people write them. */
import { expect, it } from 'vitest';
import { decodePath, encodeName, filePathIn } from '../../../server/dataset/stored-texts/file-path.ts';

it.each([
  ['texts/a.txt', 'texts/a.txt'],
  ['./texts//a.txt', 'texts/a.txt'],
  ['texts/./more/../a.txt', 'texts/a.txt'],
  ['a b (1).txt', 'a b (1).txt'],
  ['Übersicht/текст.txt', 'Übersicht/текст.txt'],
  ['..a/b..', '..a/b..'],
])('reads %j as %j', (text, path) => {
  expect(filePathIn(text)).toBe(path);
});

it.each([
  [''],
  ['.'],
  ['..'],
  ['../a.txt'],
  ['texts/../../a.txt'],
  ['/etc/passwd'],
  ['C:/a.txt'],
  ['c:a.txt'],
  ['texts\\a.txt'],
  ['\\\\server\\share\\a.txt'],
  ['file:///etc/passwd'],
  ['https://example.org/a.txt'],
  ['a\u0000.txt'],
])('leaves %j alone', (text) => {
  expect(filePathIn(text)).toBeUndefined();
});

it.each([
  ['texts/%D1%82%D0%B5%D0%BA%D1%81%D1%82.txt', 'texts/текст.txt'],
  ['texts/100%25.txt', 'texts/100%.txt'],
  ['texts/100%.txt', 'texts/100%.txt'],
  ['texts/%D1.txt', 'texts/%D1.txt'],
])('writes %j of a URI as people do: %j', (path, written) => {
  expect(decodePath(path)).toBe(written);
});

it.each([
  ['texts-1_a.~.txt', 'texts-1_a.~.txt'],
  ['a b.txt', 'a%20b.txt'],
  ["a!'()*.txt", 'a%21%27%28%29%2A.txt'],
  ['текст.txt', '%D1%82%D0%B5%D0%BA%D1%81%D1%82.txt'],
  ['half \uD800.txt', 'half%20%EF%BF%BD.txt'],
])('has the name %j in a URI as %j', (name, encoded) => {
  expect(encodeName(name)).toBe(encoded);
});

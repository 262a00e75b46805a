/** What is painted over where a text is wrong, so that the rest can be read: as many characters as are taken, and not one line end. */
import { expect, it } from 'vitest';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

it.each([
  ['an open quote, up to the blanks at its end', 'note: "abc  \n', 'note: xxxx  \n'],
  ['an open quote in a list, up to the comma', 'aliases: ["a, b]\n', 'aliases: [xx, b]\n'],
  ['an open quote where a key would stand', 'place:\n  "city: A\n  state: B\n', 'place:\n  ########\n  state: B\n'],
  ['a comma', 'aliases: [a,, b]\n', 'aliases: [a,  b]\n'],
  ['the colon of a value', 'note: a: b # c\n', 'note: ax b # c\n'],
  ['a question mark', 'note: ? a\n', 'note: # a\n'],
  [
    'lines that are too deep, and none between them',
    'note: a\n    b: c\n   \n    d: e\n',
    'note: a\n    #: c\n   \n    #: e\n',
  ],
  ['lines above a key', 'mode\n  level\n\n  other: x\n', '#ode\n  #evel\n\n  other: x\n'],
  ['text that does not belong there', 'note: "a" b c # d\n', 'note: "a"     # d\n'],
  ['tabs', 'place:\n \t city: A\n', 'place:\n   city: A\n'],
  ['a tab behind a dash', '-\ta: b\n  c: d\n', '- a: b\n  c: d\n'],
  ['a blank that is none', 'place: { city: "A"\u00a0}\n', 'place: { city: "A" }\n'],
  [
    'the second of two versions',
    'kind: summit\n<<<<<<< HEAD\na: 1\n=======\na: 2\n\nb: 3\n>>>>>>> x',
    'kind: summit\n#<<<<<< HEAD\na: 1\n#======\n#: 2\n\n#: 3\n#>>>>>> x',
  ],
  ['nothing where a comma is missing', 'place: { city: "A"\n  state: B }\n', 'place: { city: "A"\n  state: B }\n'],
])('%s', (_, text, painted) => {
  const document = new YamlDocument(text);
  expect(document.errors).toHaveLength(1);
  expect(document.painted).toBe(painted);
});

/** Where new records go: a dataset's habit counts for more than the schema's folder. */
import { describe, expect, it } from 'vitest';
import { usualFile } from '../../server/dataset/record-files.ts';
import { makeWorkspace } from '../support/fixture.ts';

const person = (id: string) => `kind: person\nid: ${id}\nname: ${id}\n`;
const body = (id: string) => `kind: organization\nid: ${id}\nname: ${id}\ntype: body\n`;

describe('the file of a new record', () => {
  it.each<[string, Record<string, string>, string]>([
    ['is in the folder of its kind', {}, 'persons/new.yaml'],
    ['is where the others of its kind are', { 'data/people/a.yaml': person('a') }, 'data/people/new.yaml'],
    [
      'is where most of its kind are',
      { 'x/a.yaml': person('a'), 'y/b.yaml': person('b'), 'y/c.yaml': person('c') },
      'y/new.yaml',
    ],
    ['is where folders of other kinds are', { 'data/organizations/o.yaml': body('o') }, 'data/persons/new.yaml'],
    ['is in the root where others are', { 'a.yaml': person('a'), 'b.yaml': person('b') }, 'new.yaml'],
    ['is in a folder where one other is in the root', { 'a.yaml': person('a') }, 'persons/new.yaml'],
    ['does not count files of many records', { 'all/a.yaml': `${person('a')}---\n${person('b')}` }, 'persons/new.yaml'],
    ['has the extension of the others', { 'organizations/o.yml': body('o') }, 'persons/new.yml'],
    [
      'has the extension of its kind before that of others',
      { 'persons/a.yml': person('a'), 'organizations/o.yaml': body('o'), 'organizations/p.yaml': body('p') },
      'persons/new.yml',
    ],
    [
      'is in the first of several folders, and has the first of several extensions, where neither is more usual',
      { 'y/b.yml': person('b'), 'x/a.yaml': person('a') },
      'x/new.yaml',
    ],
    ['is in the first whatever came first', { 'x/a.yaml': person('a'), 'y/b.yml': person('b') }, 'x/new.yaml'],
    [
      'is not beside folders of other names',
      { 'data/bodies/o.yaml': body('o'), 'more/bodies/p.yaml': body('p') },
      'persons/new.yaml',
    ],
    ['is not beside a folder of another, longer name', { 'data/international/o.yaml': body('o') }, 'persons/new.yaml'],
    ['may be in folders of any name', { 'Люди и ко/a.yaml': person('a') }, 'Люди и ко/new.yaml'],
  ])('%s', (_name, files, path) => {
    expect(usualFile(makeWorkspace(files, []).dataset, 'person', 'new')).toBe(path);
  });
});

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
    ['may be in folders of any name', { 'Люди и ко/a.yaml': person('a') }, 'Люди и ко/new.yaml'],
  ])('%s', (_name, files, path) => {
    expect(usualFile(makeWorkspace(files, []).dataset, 'person', 'new')).toBe(path);
  });
});

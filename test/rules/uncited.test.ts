/** `uncited`: which records need a source, and what the fix leaves to fill in. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell } from './support.ts';

const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala summit\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const PROPOSAL =
  'kind: proposal\nid: idea\ntitle: Idea\ntype: position\nparties: [{ state: KAZ }]\ndomains: []\nstatus: proposed\n';
const CHAIR = 'kind: chairmanship\nid: chair\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\n';
const DOCUMENT = 'kind: document\nid: declaration\ntitle: Declaration\ntype: declaration\n';

const STORIES: Readonly<Record<string, Story>> = {
  'a list with a gap to fill in': {
    before: `${SUMMIT}# why\nnote: From memory.\n`,
    fix: 'Add `citations`',
    after: `${SUMMIT}citations:\n  - source:\n# why\nnote: From memory.\n`,
  },
  'a list at the end of the text': {
    before: `${DOCUMENT.trimEnd()} # by heart`,
    fix: 'Add `citations`',
    after: `${DOCUMENT.trimEnd()} # by heart\ncitations:\n  - source:`,
  },
  'a list in a record that is indented': {
    before: DOCUMENT.replace(/^/gm, '  ').trimEnd(),
    fix: 'Add `citations`',
    after: `${DOCUMENT.replace(/^/gm, '  ').trimEnd()}\n  citations:\n    - source:`,
  },
  'a list in a record on one line': {
    before: `{ ${CHAIR.trimEnd().replaceAll('\n', ', ')} }\n`,
    fix: 'Add `citations`',
    after: `{ ${CHAIR.trimEnd().replaceAll('\n', ', ')}, citations: [{ source: }] }\n`,
  },
  'a gap in the list that is there': {
    before: `${PROPOSAL}citations: [] # none yet\n`,
    fix: 'Add a source',
    after: `${PROPOSAL}citations: [{ source: }] # none yet\n`,
  },
};

describe('uncited', () => {
  it.each([
    ['summit', SUMMIT],
    ['proposal', PROPOSAL],
    ['chairmanship', CHAIR],
    ['document', DOCUMENT],
  ])('asks a %s for a source, on its first line', (kind, text) => {
    const [problem, ...others] = problemsOf('uncited', text);
    expect(problem?.message).toBe(`A ${kind} needs a source: cite the one that its facts come from.`);
    expect(problem?.severity).toBe('warning');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(`kind: ${kind}`);
    expect(others).toEqual([]);
  });

  it('points to the list that is empty', () => {
    const text = `${SUMMIT}citations: [ ]\n`;
    const [problem] = problemsOf('uncited', text);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('citations');
  });

  it.each([
    ['a cited record', `${SUMMIT}citations: [{ source: nowhere }]\n`],
    ['a list merged from elsewhere', `base: &base\n  citations: [{ source: a }]\n${SUMMIT}<<: *base\n`],
    ['a citation that is half typed, which is for `schema` to tell', `${SUMMIT}citations:\n`],
    ['citations that are no list', `${SUMMIT}citations: tass\n`],
    ['a list of nothing', `${SUMMIT}citations: [null]\n`],
    ['a person', 'kind: person\nid: a\nname: A\n'],
    ['a source', 'kind: source\nid: a\npublisher: A\n'],
    ['a state', 'kind: state\nid: XAA\nname: A\n'],
    ['an organization', 'kind: organization\nid: a\nname: A\ntype: forum\n'],
    ['what is no record', 'kind: recipe\nid: a\n'],
    ['a text that may have its citations on a line that cannot be read', `${SUMMIT}note: "open" end\n`],
    ['a text that breaks off', `${SUMMIT}note: "open\ncitations: [{ source: a }]\n`],
  ])('says nothing of %s', (_, text) => expect(messagesOf('uncited', text)).toEqual([]));
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('the fix adds %s', (_name, story) => tell('uncited', story, convert));
});

/** Diagnostics: where related places are, which of them are told, and where the code leads. */
import { describe, expect, it } from 'vitest';
import type { Related } from '../../server/dataset/problem.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { Converter } from '../../server/features/convert.ts';
import { toDiagnostic } from '../../server/features/diagnostics.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';

/** A rule that marks a field of every record, its name or another one, and points to what it is given. */
function pointing(related: Related, marked = 'name'): Rule {
  return {
    name: 'pointing',
    severity: 'warning',
    title: 'Points somewhere.',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    *check(document) {
      yield { span: document.spanOf([marked]), message: 'Look there.', related: [related] };
    },
  };
}

const MEETING = 'kind: summit\nid: meeting\nname: Meeting\norganization: ots\nstatus: held\ndate: 2025-10-07\n';

function diagnosticsOf(files: Readonly<Record<string, string>>, related: Related, rulePage?: string, marked?: string) {
  const workspace = makeWorkspace(files, [pointing(related, marked)]);
  const converter = new Converter(workspace, { spelled: (uri) => uri });
  return workspace
    .problemsOf(`${ROOT}/a.yaml`)
    .map((problem) => toDiagnostic(problem, workspace.dataset, converter, rulePage));
}

describe.each(lineEnds)('related information with %s', (_, convert) => {
  const toDate = { kind: 'summit', id: 'meeting', path: ['date'], message: 'The date' };

  it('points to a place in another file, below whatever stands before it', () => {
    const files = {
      'a.yaml': 'kind: person\nid: p\nname: P\n',
      'b.yaml': `kind: person\nid: q\nname: Q\n---\n${MEETING}`,
    };
    const converted = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, convert(text)]));
    const [{ relatedInformation } = {}] = diagnosticsOf(converted, toDate);
    expect(relatedInformation).toEqual([
      {
        location: {
          uri: `${ROOT}/b.yaml`,
          range: { start: { line: 9, character: 6 }, end: { line: 9, character: 16 } },
        },
        message: 'The date',
      },
    ]);
  });

  it('points to another place in the same record', () => {
    const [{ relatedInformation } = {}] = diagnosticsOf({ 'a.yaml': convert(MEETING) }, toDate);
    expect(relatedInformation?.map(({ location }) => location.range.start)).toEqual([{ line: 5, character: 6 }]);
  });

  it('prefers the other one of two records with an id', () => {
    const files = { 'a.yaml': convert(MEETING), 'b.yaml': convert(`# c\n${MEETING}`) };
    const [{ relatedInformation } = {}] = diagnosticsOf(files, toDate);
    expect(relatedInformation?.map(({ location }) => location.uri)).toEqual([`${ROOT}/b.yaml`]);
  });
});

describe('related information', () => {
  it('does not point to the very place of the problem, nor to what is no more', () => {
    const files = { 'a.yaml': MEETING };
    const here = { kind: 'summit', id: 'meeting', path: ['name'], message: 'Here' };
    expect(diagnosticsOf(files, here)[0]).not.toHaveProperty('relatedInformation');
    const gone = { kind: 'summit', id: 'gone', path: ['date'], message: 'Gone' };
    expect(diagnosticsOf(files, gone)[0]).not.toHaveProperty('relatedInformation');
  });

  it.each<[what: string, files: Record<string, string>, path: Related['path'], marked: string, place: string]>([
    [
      'stays with the record where one of another kind has its id',
      { 'a.yaml': MEETING, 'b.yaml': 'kind: person\nid: meeting\nname: M\n' },
      ['date'],
      'name',
      'a.yaml 6:7-17',
    ],
    [
      'stays with the record where another has its id but for case',
      { 'a.yaml': MEETING, 'b.yaml': MEETING.replace('id: meeting', 'id: Meeting') },
      ['date'],
      'name',
      'a.yaml 6:7-17',
    ],
    [
      'points to the same place in a record that is just alike',
      { 'a.yaml': MEETING, 'b.yaml': MEETING },
      ['name'],
      'name',
      'b.yaml 3:7-14',
    ],
    [
      'points to the last entry of a list that is marked',
      { 'a.yaml': `${MEETING}aliases:\n  - First\n  - Second\n` },
      ['aliases', 1],
      'aliases',
      'a.yaml 9:5-11',
    ],
    [
      'points to the first key of a map that is marked',
      { 'a.yaml': `${MEETING}place:\n  city:\n  state: KGZ\n` },
      ['place', 'city'],
      'place',
      'a.yaml 8:3-7',
    ],
  ])('%s', (_what, files, path, marked, place) => {
    const related = { kind: 'summit', id: 'meeting', path, message: 'There' };
    const places = diagnosticsOf(files, related, undefined, marked).flatMap(({ relatedInformation }) =>
      (relatedInformation ?? []).map(({ location: { uri, range } }) => {
        const { line, character } = range.start;
        return `${uri.slice(ROOT.length + 1)} ${line + 1}:${character + 1}-${range.end.character + 1}`;
      }),
    );
    expect(places).toEqual([place]);
  });

  it('points into a record of the registry, to a fact deep inside', () => {
    const path = ['members', 0, 'state'];
    const [{ relatedInformation } = {}] = diagnosticsOf(
      { 'a.yaml': MEETING },
      { kind: 'organization', id: 'ots', path, message: 'A member' },
    );
    const [{ location } = { location: undefined }] = relatedInformation ?? [];
    expect(location?.uri).toMatch(/^security-initiatives-registry:\/organizations\/ots\.yaml$/);
    expect(location!.range.start.line).toBeGreaterThan(5);
    expect(location!.range.end.character - location!.range.start.character).toBe(3);
  });
});

describe('the code of a diagnostic', () => {
  it('leads to the page about its rule, where there is one', () => {
    const nowhere = { kind: 'summit', id: 'gone', path: [], message: '' };
    const [diagnostic] = diagnosticsOf({ 'a.yaml': MEETING }, nowhere, 'file:///rules.md#{rule}');
    expect(diagnostic).toMatchObject({ code: 'pointing', codeDescription: { href: 'file:///rules.md#pointing' } });
    expect(diagnosticsOf({ 'a.yaml': MEETING }, nowhere)[0]).not.toHaveProperty('codeDescription');
  });
});

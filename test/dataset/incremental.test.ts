/** Incremental equals fresh: after any edits a workspace answers as one built from the texts as they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { Overview } from '../../server/dataset/reader.ts';
import { registry } from '../../server/dataset/registry.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { ROOT } from '../support/fixture.ts';

const FILES = ['a.yaml', 'persons/b.yml', 'c.txt', 'initiatives.yaml'];

/** Documents over a handful of ids and names, so that edits make and break references, aliases and duplicates. */
const DOCUMENTS = [
  'kind: organization\nid: ots\nname: Own Turkic States\ntype: organization\naliases: [Turkic Council]\n',
  'kind: organization\nid: ots\nname: Own Turkic States without a name of old\ntype: organization\n',
  'kind: organization\nid: beta\nname: Beta\ntype: body\nparent: Organization of Turkic States\n',
  'kind: organization\nid: alpha\nname: Alpha Council\ntype: body\nparent: ots\n',
  'kind: organization\nid: alpha\nname: Another Alpha\ntype: organization\nparent: Turkic Council\n',
  'kind: organization\nid: ALPHA\nname: Alpha in capitals\ntype: forum\npredecessor: alpha\n',
  'kind: organization\nid: gamma\nname: Alpha Council\ntype: forum\nparent: Alpha Council\n',
  'kind: person\nid: sadyr\nname: Sadyr Japarov\naliases: [Zhaparov]\noffices: [{ title: President, state: KGZ, from: 2021 }]\n',
  'kind: person\nid: akylbek\nname: Akylbek Japarov\naliases: [Zhaparov]\n',
  'kind: state\nid: KGZ\nname: Kyrgyzstan, our own\n',
  'kind: state\nid: XAA\nname: Alphaland\n',
  'kind: summit\nid: meeting\nname: A meeting\norganization: alpha\nstatus: held\ndate: 2025-10-07\nhost: Alphaland\n',
  'kind: summit\nid: meeting\nname: The same meeting\norganization: alpa\nstatus: heldd\ndate: 2025-8-1\nhost: ots\n',
  'kind: proposal\nid: idea\ntitle: An idea\ntype: new-format\nparties: [{ person: Zhaparov }]\nmade_at: meeting\ndate: 2025-10-17\ndomains: [energy]\nstatus: proposed\n',
  'kind: proposal\nid: idea-two\ntitle: An idea\ntype: new-format\nparties: [{ person: sadyrr }]\nmade_at: A meeting\ndate: 2025\ndomains: []\nstatus: proposed\nexceptions: [{ rule: unknown-reference, reason: not yet }]\n',
  'kind: chairmanship\nid: chair\norganization: alpha\nstate: kgz\nfrom: 2025-01-01\nto: 2024-12-31\n',
  'kind: chairmanship\nid: chair-two\norganization: gamma\nstate: KGZ\nfrom: 2025\n',
  'kind: person\nid: broken\nname: "Broken\nnote: text\n',
  'kind: organization\nid: epsilon\nname: Epsilon\ntype: forum\nformer_ids: [alpha, beta]\nparent: delta\n',
  'kind: organization\nid: zeta\nname: Zeta\ntype: forum\nparent: beta\npredecessor: gamma\nformer_ids: [beta, delta]\n',
  'kind: organization\nid: delta\nname: Delta\ntype: body\nparent: alpha\nexceptions: [{ rule: unknown-reference, reason: not yet }, { rule: shared-alias, reason: known }, { rule: probe, reason: quiet }]\n',
  'kind: chairmanship\nid: chair-three\norganization: alpha\nstate: KGZ\nfrom: 2025\nexceptions:\n  - { rule: unknown-reference, reason: not yet }\n  - { rule: unknown-reference, reason: twice }\n  - { rule: uncited, reason: " " }\n  - { rule: unused-exception }\n',
  'kind: source\nid: report\npublisher: P\nlanguage: en\ntext: ./c.txt\n',
  'kind: person\nid: quoted\nname: Quoted\ncitations: [{ source: report, quote: Alpha Council }]\n',
  'kind: state\nid: XAA\nname: Alphaland\ncities: [{ name: Alphaville, aliases: [Bishkek] }]\n',
  'kind: summit\nid: there\nname: There\norganization: alpha\nstatus: held\ndate: 2015-09-11\nplace: { city: Alphaville, state: XAA }\n',
  'kind: summit\nid: there-too\nname: There, too\norganization: alpha\nstatus: held\ndate: 2015-09-11\nplace: { city: ALPHAVILLE, state: KGZ }\n',
  'kind: source\nid: report\npublisher: P\ndateline: { city: Alphaville, state: KAZ }\n',
  'kind: organization\nid: gamma\nname: Gamma\ntype: forum\nseat: { city: Bishkek, state: XAA }\n',
  'title: no record of ours\n',
  '# nothing but a comment\n',
];

const LINES = [
  'id: alpha',
  'organization: alpha',
  'organization: gamma',
  'organization: ots',
  'id: meeting',
  'id: KGZ',
  'kind: person',
  'kind: organization',
  'kind: sumit',
  'name: Alpha Council',
  'name: Zhaparov',
  'name: Alfa Counzil',
  'parent: Alpa Cuncil',
  'aliases: [Alphaland, Turkic Council]',
  'text: c.txt',
  'citations: [{ source: report, quote: name }]',
  'place: { city: Alphaville, state: KGZ }',
  'place: { city: Nur-Sultan, state: KAZ }',
  'date: 2025-10-07',
  'date: 2025-10-01/2025-09-01',
  'made_at: meeting',
  'parent: gamma',
  'former_ids: [gamma, delta]',
  'predecessor: zeta',
  '---',
  '...',
  'note: "',
  '  - {',
  '\tx: 1',
  '',
];

const MANIFESTS = [
  'dataset: One\n',
  'dataset: Two\ntoday: 2020-01-01\n',
  'rules: { unknown-reference: warning, schema: off, probe: hint }\n',
  'records: ["**/*.yaml"]\n',
  'records: persons/**\ntoday: 2025-13-01\n',
  'records: ["a.yaml", "*.txt"]\nrules: { bad-date: off }\n',
  'rules: { unknown-reference: off, unused-exception: error }\n',
  'rules: [\n',
];

/** Each chair of an organization with the one before it by id; reads the clock, and another overview. */
const chairs: Overview<string> = {
  name: 'chairs',
  derive: (organization, reader) => {
    const ids = reader.referrers('chairmanship', 'organization', organization).map(({ id }) => id);
    return new Map(ids.map((id, i) => [id, `${ids[i - 1] ?? 'nobody'} until ${reader.today.text}`]));
  },
};
const states: Overview<string> = {
  name: 'states',
  derive: (organization, reader) =>
    new Map(
      reader
        .referrers('chairmanship', 'organization', organization)
        .map((chair) => [
          chair.id,
          `${JSON.stringify(chair.get('state'))} after ${reader.overview(chairs, organization, chair.id)}`,
        ]),
    ),
};

/** Asks what the shipped rules do not ask (yet), so that every kind of question is covered. */
const probe: Rule = {
  name: 'probe',
  severity: 'info',
  title: 'Tells what it reads.',
  docs: { what: '', why: '', fix: '' },
  examples: { wrong: [], right: [] },
  *check(document, reader) {
    const { record } = document;
    if (!record?.id) return;
    const span = document.headSpan;
    if (record.kind === 'person') {
      const similar = reader.similar('organization', 'Alfa Counsil');
      yield { span, message: [...reader.idsOf('summit'), ...similar].join(' ') };
    }
    if (record.kind === 'organization') {
      const label = reader.find('organization', 'alpha')?.label ?? 'none';
      const chairs = reader.referrers('chairmanship', 'organization', record.id);
      yield {
        span,
        message: `${label}: ${chairs.map((chair) => `${chair.id} ${JSON.stringify(chair.get('from'))}`).join(', ')}`,
      };
    }
    if (record.kind === 'chairmanship') {
      const { organization } = record.value;
      const part = typeof organization === 'string' && reader.overview(states, organization, record.id);
      yield { span, message: String(part) };
    }
    if (record.kind === 'proposal') yield { span, message: reader.today.text };
    if (record.kind === 'summit') {
      yield {
        span,
        message: reader
          .named('organization', 'alpha council')
          .map((view) => JSON.stringify(view.get('type')))
          .join(),
      };
    }
  },
};

const SETTINGS = [
  { rules: {}, today: parseEdtf('2025-10-31')! },
  { rules: {}, today: parseEdtf('2024-01-01')! },
  { rules: { 'alias-as-reference': 'error' as const }, today: parseEdtf('2025-10-31')! },
  { rules: { probe: 'off' as const }, today: parseEdtf('2025-10-31')!, todayForced: true },
];

type Texts = Map<string, string>;
type Step = readonly [operation: number, file: number, place: number, what: number];
/** Most edits go to one file, so that documents move past one another. */
const filePicked = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(FILES.length - 1) },
);
const stepArbitrary = fc.tuple(fc.nat(11), filePicked, fc.nat(30), fc.nat(60));

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!;
}

/** What a step makes of a file; `undefined` removes it. */
function edited(before: string | undefined, name: string, [operation, , place, what]: Step): string | undefined {
  const isManifest = name === 'initiatives.yaml';
  if (operation === 0) return undefined;
  if (before === undefined || operation === 1 || (isManifest && operation < 8)) {
    return isManifest
      ? pick(MANIFESTS, what)
      : [what, what + place, place].map((i) => pick(DOCUMENTS, i)).join('---\n');
  }
  const documents = before.split(/^---\n/m);
  const lines = before.split('\n');
  const at = place % documents.length;
  const line = place % lines.length;
  switch (operation) {
    case 2:
      return documents.toSpliced(at, 0, pick(DOCUMENTS, what)).join('---\n');
    case 3:
      return documents.toSpliced(at, 1).join('---\n');
    case 4:
      return documents.toSpliced(what % (documents.length + 1), 0, documents[at]!).join('---\n');
    case 5:
      return [...documents.slice(at), ...documents.slice(0, at)].join('---\n');
    case 6:
      return lines.toSpliced(line, 1).join('\n');
    case 7:
      return lines.toSpliced(line, 0, lines[what % lines.length]!).join('\n');
    case 8:
      return lines.toSpliced(line, 0, pick(LINES, what)).join('\n');
    case 9:
      return lines.toSpliced(line, 1, pick(LINES, what)).join('\n');
    case 10:
      return before.replace(/\r?\n/g, what % 2 ? '\n' : '\r\n');
    default:
      return (
        before.slice(0, (place * 7) % (before.length + 1)) +
        pick(['"', ':', '{', '\n', '  ', 'é', '-'], what) +
        before.slice((place * 7) % (before.length + 1))
      );
  }
}

function newWorkspace(settings: (typeof SETTINGS)[number], isOnce: boolean): Workspace {
  return new Workspace({ root: ROOT, registry: registry(), rules: [...rules, probe], settings, isOnce });
}

/** All problems by file, without what cannot be compared. */
function problemsOf(workspace: Workspace) {
  return Object.fromEntries(
    FILES.map((name) => [
      name,
      workspace.problemsOf(`${ROOT}/${name}`).map(({ rule, severity, document, span, message, related, local }) => ({
        rule,
        severity,
        span: [document.start + span.start, document.start + span.end],
        message,
        related,
        local,
      })),
    ]),
  );
}

function freshProblems(texts: Texts, settings: (typeof SETTINGS)[number], isOnce: boolean) {
  const fresh = newWorkspace(settings, isOnce);
  fresh.apply([...texts].sort().map(([name, text]) => ({ uri: `${ROOT}/${name}`, text })));
  fresh.check();
  return problemsOf(fresh);
}

/**
 * Plays steps on one workspace and compares it with a fresh one whenever it has been checked: one that remembers what
 * was asked with one that does not, or the other way round.
 */
function play(steps: readonly Step[], isOnce: boolean): void {
  const texts: Texts = new Map();
  let settings = SETTINGS[0]!;
  const workspace = newWorkspace(settings, isOnce);
  let shown = problemsOf(workspace);
  for (const step of steps) {
    const [operation, file, place, what] = step;
    if (operation === 11 && place % 5 === 0) {
      settings = pick(SETTINGS, what);
      workspace.configure(settings);
    } else {
      const name = FILES[file]!;
      const text = edited(texts.get(name), name, step);
      if (text === undefined) texts.delete(name);
      else texts.set(name, text);
      const changes = [{ uri: `${ROOT}/${name}`, text }];
      // Now and then more is to come, and someone looks at a file meanwhile.
      if (place % 3 === 0) workspace.expect(changes);
      else workspace.apply(changes);
      if (place % 6 === 0) workspace.checkFiles([`${ROOT}/${FILES[what % FILES.length]}`]);
    }
    // Now and then the next edit comes before the check is done.
    let left = what % 4 === 0 ? place % 3 : Infinity;
    if (!workspace.check([], () => --left <= 0)) continue;
    const now = problemsOf(workspace);
    expect(now).toEqual(freshProblems(texts, settings, !isOnce));
    const stale = new Set(workspace.takeStale());
    for (const name of FILES) {
      if (JSON.stringify(now[name]) !== JSON.stringify(shown[name])) expect(stale).toContain(`${ROOT}/${name}`);
    }
    shown = now;
  }
}

describe('a workspace', () => {
  it.each([
    { what: 'that remembers what was asked', isOnce: false, runs: 300 },
    { what: 'for texts that come once', isOnce: true, runs: 100 },
  ])('$what answers after any edits as one built afresh', { timeout: 900_000 }, ({ isOnce, runs }) => {
    const property = fc.property(fc.array(stepArbitrary, { minLength: 3, maxLength: 25 }), (steps) =>
      play(steps, isOnce),
    );
    // A failure prints its seed and path, with which it can be played again.
    fc.assert(property, { numRuns: runs });
  });
});

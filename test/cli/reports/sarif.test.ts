/** SARIF: valid by its schema, and all of a problem in it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { Paths } from '../../../server/cli/reports/paths.ts';
import { formatSarif } from '../../../server/cli/reports/sarif.ts';
import { rules } from '../../../server/rules/index.ts';
import { makeFolder } from '../../sources/folder.ts';
import { run, useCli } from '../support.ts';
import { findings, inFile, row, SURROUNDINGS } from './findings.ts';

useCli();

const require = createRequire(import.meta.url);
// Draft 4, of which the schema uses nothing that later drafts read in another way.
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const isValid = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text) && new URL(text).href === text,
    'uri-reference': (text: string) => URL.canParse(text, 'file:///') && new URL(text, 'file:///').href.endsWith(text),
    'date-time': true,
  },
}).compile(schema);

/** A place as SARIF has it. */
interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: Readonly<Record<string, number>>;
  };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: string;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly unknown[];
}

/** The only run of a log, once the log is known to be valid. */
function runOf(text: string) {
  const log = JSON.parse(text);
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  return log.runs[0] as {
    readonly tool: {
      readonly driver: { readonly semanticVersion: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly Result[];
  };
}

/** The run of `check` over a folder, and its exit code. */
async function checked(cwd: string, args: readonly string[] = []) {
  const { code, stdout } = await run(['check', '--format', 'sarif', ...args], { cwd });
  return { code, run: runOf(stdout) };
}

const PERSON = 'kind: person\nid: a\nname: A\noffices:\n  - { title: President, state: KAZX }\n';

describe('SARIF of a dataset', () => {
  it('has all rules with help, and each result points to its own', async () => {
    const { code, run: log } = await checked(makeFolder({ 'a.yaml': PERSON }));
    const { driver } = log.tool;
    expect(code).toBe(1);
    expect(driver.rules.map(({ id }) => id)).toEqual(rules.map(({ name }) => name));
    expect(driver.rules.find(({ id }) => id === 'unknown-reference')).toMatchObject({
      shortDescription: { text: expect.any(String) },
      fullDescription: { text: expect.any(String) },
      help: { text: expect.any(String), markdown: expect.stringContaining('```yaml\n') },
      defaultConfiguration: { level: 'error' },
    });
    for (const { ruleId, ruleIndex } of log.results) expect(driver.rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    expect(log.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });

  it('places results in UTF-16 code units, by files relative to the folder it ran in', async () => {
    const cwd = makeFolder({
      'саммит/a b.yaml': PERSON.replace('title: President', 'title: "😀"'),
      'initiatives.yaml': 'dataset: D\n',
    });
    const { run: log } = await checked(cwd);
    const [result] = log.results.filter(({ ruleId }) => ruleId === 'unknown-reference');
    expect(log.originalUriBaseIds).toEqual({ SRCROOT: { uri: `${pathToFileURL(cwd).href}/` } });
    expect(result).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '%D1%81%D0%B0%D0%BC%D0%BC%D0%B8%D1%82/a%20b.yaml', uriBaseId: 'SRCROOT' },
            region: { startLine: 5, startColumn: 27, endLine: 5, endColumn: 31 },
          },
          logicalLocations: [{ fullyQualifiedName: 'person/a' }],
        },
      ],
    });
  });

  it('has related places and certain fixes', async () => {
    const cwd = makeFolder({
      'a.yaml': 'kind: person\nid: a\nname: A\n',
      'b.yaml': 'kind: person\nid: a\nname: B\noffices:\n  - { title: President, state: Kazakhstan }\n',
    });
    const { run: log } = await checked(cwd);
    const duplicate = log.results.find(({ ruleId }) => ruleId === 'duplicate-id');
    expect(duplicate?.relatedLocations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'b.yaml' }, region: { startLine: 2 } } },
    ]);
    expect(log.results.find(({ ruleId }) => ruleId === 'alias-as-reference')?.fixes).toEqual([
      {
        description: { text: expect.any(String) },
        artifactChanges: [
          {
            artifactLocation: { uri: 'b.yaml', uriBaseId: 'SRCROOT' },
            replacements: [
              {
                deletedRegion: { startLine: 5, startColumn: 32, endLine: 5, endColumn: 42 },
                insertedContent: { text: 'KAZ' },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('keeps fingerprints when lines move, and tells results of one line apart', async () => {
    const offices = '  - { title: A, state: KAZX }\n  - { title: A, state: KAZX }\n  - { title: B, state: KAZX }\n';
    const text = `kind: person\nid: a\nname: A\noffices:\n${offices}`;
    const prints = async (content: string) => {
      const { run: log } = await checked(makeFolder({ 'a.yaml': content }));
      return log.results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
    };
    const before = await prints(text);
    expect(new Set(before).size).toBe(3);
    expect(await prints(`# A comment\n\n${text.replaceAll('\n', '\r\n')}`)).toEqual(before);
  });

  it('is valid for nothing at all, for all of a broken text, and for another encoding', async () => {
    for (const files of [
      {},
      { 'a.yaml': 'a: "\n\t- ]: {\u0007' },
      { 'a.yaml': Uint8Array.of(0x6b, 0x3a, 0x20, 0xe9) },
    ]) {
      const { code, run: log } = await checked(makeFolder(files));
      expect(code === 0).toBe(log.results.length === 0);
    }
  });
});

describe('SARIF of findings', () => {
  it('tells what could not be read', () => {
    const unread = [{ file: 'locked', message: 'locked cannot be read: permission denied.' }];
    expect(runOf(formatSarif(findings([], unread), SURROUNDINGS)).invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'locked cannot be read: permission denied.' },
            descriptor: { id: 'unread' },
          },
        ],
      },
    ]);
  });

  it('names a file outside of the folder by its whole address, and one in a checkout from there', () => {
    const results = findings([
      inFile('a.yaml', 'a', [row(1, 1, 1, 2)]),
      inFile('../../b c.yaml', 'a', [row(1, 1, 1, 2)]),
    ]);
    const paths = new Paths('/repo/data', '/repo');
    const places = runOf(formatSarif(results, { ...SURROUNDINGS, paths })).results.map(
      ({ locations }) => locations[0]?.physicalLocation.artifactLocation,
    );
    expect(places).toEqual([{ uri: 'data/a.yaml', uriBaseId: 'SRCROOT' }, { uri: 'file:///b%20c.yaml' }]);
  });

  it('has a level for each severity', () => {
    const rows = (['error', 'warning', 'info', 'hint'] as const).map((severity) => row(1, 1, 1, 2, { severity }));
    const { results } = runOf(formatSarif(findings([inFile('a.yaml', 'a', rows)]), SURROUNDINGS));
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note', 'note']);
  });
});

/** What an editor and a disk do to files in any order leaves what a fresh start would tell, however slowly files are read. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { Publisher } from '../../server/publisher.ts';
import { rules } from '../../server/rules/index.ts';
import { Scheduler } from '../../server/scheduler.ts';
import { Session } from '../../server/session.ts';
import { type FileSource, failure, isListedIn, type ReadResult } from '../../server/sources/source.ts';
import { isWithin } from '../../server/sources/uri.ts';
import { Turns } from '../../server/turns.ts';

const WINDOW = ['file:///w/a', 'file:///w/b', 'file:///w/a/inner'];
const FOLDERS = [...WINDOW, 'file:///w/a/deep', 'file:///w/a/inner/deep', 'file:///w', 'file:///w/a/node_modules'];
const FILES = [
  'file:///w/a/x.yaml',
  'file:///w/a/y.yml',
  'file:///w/a/initiatives.yaml',
  'file:///w/a/deep/x.yaml',
  'file:///w/a/deep/text.txt',
  'file:///w/a/deep/initiatives.yaml',
  'file:///w/a/inner/x.yaml',
  'file:///w/a/inner/initiatives.yaml',
  'file:///w/a/inner/deep/%D0%B0.yaml',
  'file:///w/a/.hidden/x.yaml',
  'file:///w/a/node_modules/x.yaml',
  'file:///w/b/x.yaml',
  'file:///w/b/initiatives.yaml',
  'file:///outside/x.yaml',
  'untitled:Untitled-1',
];
const UNREADABLE = '\uFFFF';
const TEXTS = [
  'kind: state\nid: XAA\nname: Alphaland\n',
  'kind: state\nid: XBB\nname: Betaland\n---\nkind: state\nid: XAA\nname: Another Alphaland\n',
  'kind: person\nid: speaker\nname: A Speaker\noffices: [{ title: Minister, state: XAA }]\n',
  'kind: person\nid: other\nname: "A Speaker\noffices: [{ title: Minister, state: XBB }]\n---\nkind: source\nid: report\npublisher: P\ntext: text.txt\n',
  'kind: person\nid: quoted\nname: Q\ncitations: [{ source: report, quote: We will train }]\n',
  'dataset: D\nrules: { unknown-reference: warning }\n',
  'dataset: D\nrecords: ["**/x.yaml"]\n',
  '“We will train peacekeepers,” he said.\n',
  UNREADABLE,
];

/** A disk whose answers come in whatever order `delay` lets them. */
class Files implements FileSource {
  readonly texts = new Map<string, string>();
  readonly #delay: <T>(answer: T) => Promise<T>;

  constructor(delay: <T>(answer: T) => Promise<T>) {
    this.#delay = delay;
  }

  list(folder: string) {
    const files = [...this.texts.keys()].filter((uri) => isListedIn(uri, folder)).sort();
    return this.#delay({ files, failures: [] });
  }

  read(uri: string): Promise<ReadResult> {
    const text = this.texts.get(uri);
    if (text === undefined) return this.#delay({ failure: failure(uri, 'missing') });
    return this.#delay(text === UNREADABLE ? { failure: failure(uri, 'not-utf8') } : { text });
  }
}

/** A session with all that stands between it and an editor's list of problems. */
class Window {
  readonly session: Session;
  readonly told = new Map<string, Diagnostic[]>();
  readonly #scheduler: Scheduler;

  constructor(files: FileSource) {
    const publisher = new Publisher((uri, diagnostics) => {
      if (diagnostics.length > 0) this.told.set(uri, diagnostics);
      else this.told.delete(uri);
    }, undefined);
    this.session = new Session(
      files,
      rules,
      { rules: {}, today: parseEdtf('2025-10-31')! },
      {
        failed: () => {},
        unreadable: (uri, reason) => publisher.setFailure(uri, reason?.message),
        watched: () => {},
        pause: async () => {},
        slice: () => () => false,
      },
    );
    this.#scheduler = new Scheduler(
      this.session,
      publisher,
      () => {},
      new Turns(
        () => 0,
        (call) => setTimeout(call, 0),
      ),
    );
  }

  run(): void {
    this.#scheduler.run();
  }

  async load(): Promise<void> {
    await this.session.load(
      () => {},
      async () => this.run(),
    );
    for (const member of this.session.members) this.#scheduler.republish(member);
  }

  /** Everything checked and told, as when nobody has done anything for a while. */
  async rest(): Promise<Record<string, Diagnostic[]>> {
    do for (const { workspace } of this.session.members) workspace.check();
    while (await this.session.readWanted());
    for (const member of this.session.members) {
      // Where files have moved between datasets, each has something to say, and only one may be heard.
      this.run();
      expect(member.workspace.hasPending).toBe(false);
    }
    this.#scheduler.stop();
    return Object.fromEntries([...this.told].sort());
  }
}

const file = fc.constantFrom(...FILES);
const text = fc.constantFrom(...TEXTS);
const folder = fc.constantFrom(...FOLDERS);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), file, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), file }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), folder, to: folder }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), file, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('window' as const), folders: fc.subarray(WINDOW) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('run' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a step does to the disk; what a client would say of it. */
function onDisk(files: Files, step: Step): string[] {
  if (step.do === 'write') {
    files.texts.set(step.file, step.text);
    return [step.file];
  }
  if (step.do === 'delete') {
    files.texts.delete(step.file);
    return [step.file];
  }
  if (step.do !== 'rename') return [];
  const moved = [...files.texts].filter(([uri]) => isWithin(uri, step.folder));
  for (const [uri] of moved) files.texts.delete(uri);
  for (const [uri, content] of moved) files.texts.set(step.to + uri.slice(step.folder.length), content);
  return [step.folder, step.to];
}

it('is told as after a fresh start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.dictionary(file, text, { maxKeys: 6 }),
      fc.array(step, { minLength: 1, maxLength: 14 }),
      async (scheduler, before, steps) => {
        const files = new Files((answer) => scheduler.schedule(Promise.resolve(answer)));
        for (const [uri, content] of Object.entries(before)) files.texts.set(uri, content);
        const window = new Window(files);
        let folders: readonly string[] = WINDOW.slice(0, 2);
        const open = new Map<string, string>();
        window.session.setFolders(folders);
        const work: Promise<unknown>[] = [];
        let loads = window.load();
        for (const next of steps) {
          const changed = onDisk(files, next);
          if (changed.length > 0) work.push(window.session.changed(changed));
          else if (next.do === 'edit') {
            open.set(next.file, next.text);
            window.session.edit(next.file, next.text);
          } else if (next.do === 'close') {
            open.delete(next.file);
            work.push(window.session.close(next.file));
          } else if (next.do === 'window') {
            window.session.changeFolders(
              next.folders.filter((uri) => !folders.includes(uri)),
              folders.filter((uri) => !next.folders.includes(uri)),
            );
            folders = next.folders;
            loads = loads.then(() => window.load());
          } else if (next.do === 'run') window.run();
          else if (scheduler.count() > 0) await scheduler.waitNext(1);
        }
        await scheduler.waitFor(Promise.all([loads, ...work]));
        const told = await scheduler.waitFor(window.rest());

        const still = new Files(async (answer) => answer);
        for (const [uri, content] of files.texts) still.texts.set(uri, content);
        const fresh = new Window(still);
        fresh.session.setFolders(folders);
        for (const [uri, content] of open) fresh.session.edit(uri, content);
        await fresh.load();
        expect(told).toEqual(await fresh.rest());
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
  );
}, 120_000);

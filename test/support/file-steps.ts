/** What an editor and a disk do to files, at random. */
import fc from 'fast-check';
import { isWithin } from '../../server/sources/uri.ts';
import { type Files, UNREADABLE, type Window } from './window.ts';

/** Folders that a window may have, one in another. */
export const WINDOW = ['file:///w/a', 'file:///w/b', 'file:///w/a/inner'];
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

/** A file's URI, anywhere. */
export const file = fc.constantFrom(...FILES);
/** A file's text, readable or not. */
export const text = fc.constantFrom(...TEXTS);
const folder = fc.constantFrom(...FOLDERS);
/** One thing that happens. */
export const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), file, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), file }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), folder, to: folder }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), file, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('window' as const), folders: fc.subarray(WINDOW) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('run' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does to the disk what a step does to it. @returns what a client would say of it */
export function onDisk(files: Files, step: Step): string[] {
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

/** What a step is done to: the disk, a window on it, and the texts that are open there. */
interface Scene {
  readonly files: Files;
  readonly window: Window;
  readonly open: Map<string, string>;
  /** Gets what the window has begun. */
  readonly work: Promise<unknown>[];
}

/** Does a step to the disk or in the editor. @returns false for one of another sort, with which nothing is done */
export function happens(step: Step, { files, window, open, work }: Scene): boolean {
  const changed = onDisk(files, step);
  if (changed.length > 0) work.push(window.session.changed(changed));
  else if (step.do === 'edit') {
    open.set(step.file, step.text);
    window.session.edit(step.file, step.text);
  } else if (step.do === 'close') {
    open.delete(step.file);
    work.push(window.session.close(step.file));
  } else return false;
  return true;
}

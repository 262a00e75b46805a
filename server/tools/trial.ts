/** Has a text checked as if it were a file of the dataset, which is as it was when that is done. */
import type { SourceDocument } from '../dataset/document.ts';
import { fixAll } from '../dataset/fix-all.ts';
import { hasRecord, type RecordDocument } from '../dataset/record-index.ts';
import type { FileChange, Workspace } from '../dataset/workspace.ts';
import { type Elsewhere, elsewhere } from './elsewhere.ts';

/** It stands outside of the dataset's folder: no manifest leaves it out, and no rule asks what the file is called. */
const DRAFT = 'draft:/draft.yaml';

/** Records of the dataset that a draft takes the place of while it is looked at. */
export type Replaced = (draft: RecordDocument) => readonly RecordDocument[];

/** What is seen while the draft is there. */
export interface Sight<T> {
  readonly seen: T;
  readonly replaced: readonly RecordDocument[];
  /** The text after all certain fixes; absent where there is none. */
  readonly fixed: string | undefined;
  readonly fixes: readonly string[];
  readonly elsewhere: Elsewhere;
}

/** Calls `look` while the text is part of the dataset, and has been checked. Nobody else sees anything of it. */
export function withDraft<T>(
  workspace: Workspace,
  text: string,
  replacing: Replaced,
  look: (documents: readonly SourceDocument[], uri: string) => T,
): Sight<T> {
  const before = new Map<string, string | undefined>([[DRAFT, undefined]]);
  let replaced: readonly RecordDocument[] = [];
  try {
    const others = elsewhere(workspace, DRAFT, () => {
      workspace.apply([{ uri: DRAFT, text }]);
      replaced = workspace.documentsOf(DRAFT).filter(hasRecord).flatMap(replacing);
      for (const { uri } of replaced) before.set(uri, workspace.textOf(uri));
      workspace.apply(without(workspace, replaced));
    });
    workspace.checkFiles([DRAFT]);
    const seen = look(workspace.documentsOf(DRAFT), DRAFT);
    const fixes: string[] = [];
    const fixed = fixAll(workspace, [DRAFT], undefined, ({ title }) => fixes.push(title)).get(DRAFT)?.text;
    return { seen, replaced, fixed, fixes, elsewhere: others };
  } finally {
    workspace.apply([...before].map(([uri, old]): FileChange => ({ uri, text: old })));
  }
}

/** The files of these records with all other documents in them. */
function without(workspace: Workspace, gone: readonly RecordDocument[]): FileChange[] {
  return [...new Set(gone.map(({ uri }) => uri))].map((uri) => {
    const documents = workspace.documentsOf(uri);
    const kept = documents.filter((document) => !gone.some((one) => one === document));
    return { uri, text: kept.map(({ yaml }) => yaml.text).join('') };
  });
}

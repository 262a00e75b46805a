/** Files that are named after a record in them, and how one follows the other. */
import type { RecordDocument } from '../../dataset/record-index.ts';
import { hasRecord } from '../../dataset/record-index.ts';
import type { Workspace } from '../../dataset/workspace.ts';

/** A file's folder with the slash at its end, its name up to the ending, and the ending with its dot. */
interface FileName {
  readonly folder: string;
  readonly stem: string;
  readonly ending: string;
}

/** The parts of a URI of a file that may hold records; nothing for others. */
export function fileNameOf(uri: string): FileName | undefined {
  const [, folder, stem, ending] = /^(.*\/)([^/]+)(\.ya?ml)$/is.exec(uri) ?? [];
  if (folder === undefined || stem === undefined || ending === undefined) return undefined;
  return { folder, stem: decoded(stem), ending };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that escapes nothing stands for itself.
    return text;
  }
}

/** The record that a file is named after: the first one whose id is the file's name but for case. */
export function namesakeIn(workspace: Workspace, uri: string): RecordDocument | undefined {
  const stem = fileNameOf(uri)?.stem.toLowerCase();
  return workspace
    .documentsOf(uri)
    .filter(hasRecord)
    .find(({ record }) => record.id?.toLowerCase() === stem);
}

/**
 * What the file that is named after a record is to be called once the record has another id; nothing where no file is
 * named after it, where a file has that name, or where the manifest takes such a file for none of the dataset's.
 */
export function fileNameFor(workspace: Workspace, document: RecordDocument, id: string): string | undefined {
  const { uri, record } = document;
  const name = fileNameOf(uri);
  if (!name || record.id === undefined || namesakeIn(workspace, uri) !== document) return undefined;
  // Codes in capitals often have files in small letters.
  const isSmall = name.stem !== record.id && name.stem === record.id.toLowerCase();
  const file = `${isSmall ? id.toLowerCase() : id}${name.ending}`;
  const target = name.folder + file;
  if (target === uri || !workspace.includes(target)) return undefined;
  for (const other of workspace.uris) {
    if (other !== uri && other.toLowerCase() === target.toLowerCase()) return undefined;
  }
  return file;
}

/** The id that a record gets from the new name of the file that was named after it; nothing where it keeps its own. */
export function idFromFile({ uri, record }: RecordDocument, newUri: string): string | undefined {
  const [before, after] = [fileNameOf(uri)?.stem, fileNameOf(newUri)?.stem];
  if (before === undefined || after === undefined || before === after) return undefined;
  if (before === record.id) return after;
  return before.toUpperCase() === record.id ? after.toUpperCase() : undefined;
}

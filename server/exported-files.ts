/** A dataset of the session in another format, as texts that the client writes where somebody wants them. */
import { MANIFEST_NAME } from './dataset/manifest.ts';
import { registry } from './dataset/registry.ts';
import { csv, csvExcel } from './exports/csv/csv.ts';
import { ExportDataset, type ExportedText } from './exports/dataset.ts';
import type { ExportFormat, OutputFile } from './exports/format.ts';
import { json } from './exports/json.ts';
import { ndjson } from './exports/ndjson.ts';
import type { ExportedFiles, ExportName } from './protocol.ts';
import type { Member, Session } from './session.ts';
import { nameOf, parentOf, pathIn } from './sources/uri.ts';

/** Formats whose writers are a few kilobytes: an editor starts with all of this, and the command line has the others. */
const FORMATS: Readonly<Record<ExportName, ExportFormat>> = { json, ndjson, csv, 'csv-excel': csvExcel };

/** The name of the one file of a format that is no folder. */
export const ONLY_FILE = '';

/**
 * Writes down all records of a dataset, as their texts are now, saved or not.
 * @param pause called for each piece that is written: settled when the work may go on
 */
export async function exportedFiles(
  session: Session,
  member: Member,
  name: ExportName,
  pause: () => Promise<void>,
): Promise<ExportedFiles> {
  const dataset = datasetOf(session, member);
  const files = new Map<string, string[]>();
  const decoder = new TextDecoder();
  const file = (path: string): OutputFile => {
    const pieces = files.get(path) ?? [];
    files.set(path, pieces);
    return {
      async write(chunk) {
        pieces.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk));
        await pause();
      },
    };
  };
  const format = FORMATS[name];
  const { written, leftOut } = await (format.container === 'file'
    ? format.write(dataset, file(ONLY_FILE))
    : format.write(dataset, { file }));
  return {
    title: dataset.title,
    files: [...files].map(([path, pieces]) => ({ path, text: pieces.join('') })),
    written,
    leftOut: [...leftOut],
    broken: [...dataset.doubts.broken],
    nameless: [...dataset.doubts.nameless],
  };
}

function datasetOf(session: Session, member: Member): ExportDataset {
  const { id, workspace } = member;
  const { manifest, today, root } = workspace;
  // A file on its own has its name for a path.
  const folder = root ?? parentOf(id) ?? id;
  return new ExportDataset({
    title: manifest.title ?? nameOf(root ?? id),
    manifest,
    today,
    registry: registry(),
    async *texts() {
      yield* textsOf(session, member, folder);
    },
  });
}

/** The texts of records by path, in its order. */
function textsOf(session: Session, member: Member, folder: string): ExportedText[] {
  const { workspace } = member;
  const own = [...session.textsOf(member)].filter(([uri]) => workspace.includes(uri));
  return own
    .map(([uri, text]) => ({ path: pathIn(uri, folder), text }))
    .filter(({ path }) => path !== MANIFEST_NAME)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

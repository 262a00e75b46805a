/** Reports files that are named otherwise than the only record in them. */

import * as l10n from '@vscode/l10n';
import { counted } from '../../l10n/language.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { placesNaming } from '../dataset/places.ts';
import type { Fix } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { shapeErrors } from '../dataset/shape.ts';
import { refusalOf, renamable, renameRecord } from './support/renaming/record.ts';
import { renameIn } from './support/renaming/references.ts';
import { isRefusal } from './support/renaming/refusal.ts';
import { shortened } from './support/words.ts';

const PERSON = 'name: Sadyr Japarov\n';

export const idFileMismatch: Rule = {
  name: 'id-file-mismatch',
  severity: 'warning',
  title: "A file is not named after its only record's id.",
  docs: {
    what: "A file of the dataset holds one record and nothing else, and the file's name without `.yaml` or `.yml` is not the record's id. Upper and lower case count as alike.",
    why: 'People look for a record by the name of its file. Most often the record was renamed or copied, and one of the two was forgotten.',
    fix: 'Rename the file, or give the record the id that the file is named after. A file with several records may have any name.',
  },
  examples: {
    wrong: [{ 'persons/zhaparov.yaml': `kind: person\nid: ⟦sadyr-japarov⟧\n${PERSON}` }],
    right: [
      { 'persons/sadyr-japarov.yaml': `kind: person\nid: sadyr-japarov\n${PERSON}` },
      {
        'persons/kyrgyzstan.yaml': `kind: person\nid: sadyr-japarov\n${PERSON}---\nkind: person\nid: akylbek-japarov\nname: Akylbek Japarov\n`,
      },
    ],
  },
  concerns: ({ record, path }) => record?.id !== undefined && path?.endsWith(`/${record.id}.yaml`) === false,
  *check(document, reader) {
    const { record, path = '' } = document;
    const id = record?.id;
    if (!record || id === undefined) return;
    const [, file = '', stem = ''] = /^((.+)\.ya?ml)$/i.exec(path.split('/').at(-1)!) ?? [];
    if (stem === '' || stem.toLowerCase() === id.toLowerCase()) return;
    // An id that is none is told by `schema`, one that stands in another file, too, by `duplicate-id`.
    if (!isId(record.kind, id) || reader.sizeOfFile(document.uri) !== 1) return;
    if (reader.ownIds(record.kind, id, document).length > 0) return;
    const span = document.spanOf(['id']);
    if (document.isDoubtful(span)) return;
    yield {
      span,
      message: l10n.t('The only record of `{0}` has the id `{1}`: give both the same name.', shortened(file), id),
      fixes: () => [
        ...renameFile(document, reader, `${id}${file.slice(stem.length)}`),
        ...changeId(document, reader, record.kind, id, stem),
      ],
    };
  },
};

function isId(kind: string, id: string): boolean {
  return !shapeErrors(kind, { kind, id }).some(({ path }) => path[0] === 'id');
}

function renameFile(document: SourceDocument, reader: Reader, name: string): Fix[] {
  const uri = document.uri.slice(0, document.uri.lastIndexOf('/') + 1) + name;
  if (reader.sizeOfFile(uri) > 0) return [];
  return [{ title: l10n.t('Rename the file to `{0}`', name), edits: [], renames: { document, name } }];
}

/** Changes the id wherever it stands; only where all of that can be changed, and nobody else has or had the new one. */
function changeId(document: SourceDocument, reader: Reader, kind: string, id: string, stem: string): Fix[] {
  const dataset = reader.forFixes();
  const record = renamable(dataset, kind, id);
  if (isRefusal(record) || record !== document || refusalOf(dataset, record, stem)) return [];
  const count = placesNaming(dataset, kind, id).length;
  // An id that nobody has used need not be remembered.
  const edits = count > 0 ? renameRecord(dataset, record, stem) : renameIn(record, { kind, before: id, after: stem });
  if (isRefusal(edits)) return [];
  const title =
    count === 0
      ? l10n.t('Change the id to `{0}`', stem)
      : counted(
          count,
          l10n.t(
            'Change the id to `{1}`, here and in one reference|Change the id to `{1}`, here and in {0} references',
          ),
          stem,
        );
  return [{ title, edits }];
}

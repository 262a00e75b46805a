/** Reports ids that no record has, and offers those most like them. */

import * as l10n from '@vscode/l10n';
import { modelWord } from '../../l10n/language.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { writeScalar } from '../dataset/editing/edits.ts';
import type { Fix, NewFile } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Reference } from '../dataset/record.ts';
import { usualFile } from '../dataset/record-files.ts';
import type { Rule } from '../dataset/rule.ts';
import { schemaOf } from '../dataset/schema.ts';
import { shapeErrors } from '../dataset/shape.ts';
import { lineEndOf } from '../dataset/text.ts';
import { rewriteAt } from './support/fixes.ts';
import { mendText, strangeWords } from './support/strange-words.ts';
import { distinctById } from './support/views.ts';
import { listed, shortened, withArticle } from './support/words.ts';

export const unknownReference: Rule = {
  name: 'unknown-reference',
  severity: 'error',
  title: 'No record of that kind has that id.',
  docs: {
    what: 'A field that points to another record names an id which no record of that kind has, neither in the dataset nor in the registry.',
    why: 'The link is lost: the record does not show up among the references of the one that is meant, and checks across the two cannot run.',
    fix: 'Take the id that is suggested, or create the record.',
  },
  examples: {
    wrong: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\n---\nkind: organization\nid: ots-chs\nname: Council of Heads of State\ntype: body\nparent: ⟦otss⟧\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers:\n  - { state: ⟦XKK⟧, status: member }\n',
    ],
    right: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\n---\nkind: organization\nid: ots-chs\nname: Council of Heads of State\ntype: body\nparent: ots\n',
    ],
  },
  concerns: ({ record }, reader) => reader.astray(record).length > 0,
  *check(document, reader) {
    for (const { reference, resolved } of reader.astray(document.record)) {
      if (resolved.type !== 'unknown') continue;
      const span = document.spanOf(reference.path);
      if (document.isDoubtful(span)) continue;
      if (reference.id.trim() === '') {
        const message = l10n.t(
          'This is empty: write the id of {0}, or remove the property.',
          withArticle(reference.kind),
        );
        yield { span, message };
        continue;
      }
      const similar = similarTo(reader, reference);
      const question = similar.length > 0 ? ` ${l10n.t('Did you mean {0}?', listed(similar, 'or'))}` : '';
      yield {
        span,
        message: `${missing(modelWord(reference.kind), reference.id)}${question}`,
        fixes: () => fixesOf(document, reader, reference),
      };
    }
  },
};

/** The ids most like one, with its letters taken for what they look like. */
function similarTo(reader: Reader, reference: Reference): readonly string[] {
  const meant = { ...reference, id: mendText(reference.id) };
  const resolved = meant.id === reference.id ? undefined : reader.resolve(meant);
  if (resolved?.type === 'found') return [meant.id];
  if (resolved?.type === 'alias' || resolved?.type === 'former')
    return distinctById(resolved.owners).map(({ id }) => id);
  return reader.similar(meant.kind, meant.id);
}

/** What is odd about the letters of an id. */
function missing(kind: string, id: string): string {
  const shown = shortened(id);
  const words = strangeWords(id);
  if (words.some(({ mended }) => mended))
    return l10n.t('There is no {0} with the id `{1}`, which mixes letters of several scripts.', kind, shown);
  return words.length > 0
    ? l10n.t('There is no {0} with the id `{1}`, in which characters hide that nobody sees.', kind, shown)
    : l10n.t('There is no {0} with the id `{1}`.', kind, shown);
}

function fixesOf(document: SourceDocument, reader: Reader, reference: Reference): Fix[] {
  const { kind, id, path } = reference;
  const fixes: Fix[] = similarTo(reader, reference).map((other) => ({
    title: l10n.t('Change to `{0}`', other),
    edits: rewriteAt(document, path, other),
  }));
  const creates = newRecord(reader, kind, id, lineEndOf(document.yaml.text));
  if (creates)
    fixes.push({ title: l10n.t('Create the {0} `{1}`', modelWord(kind), shortened(id)), edits: [], creates });
  return fixes;
}

/** A file with an empty record of that id, or nothing when the text cannot be an id. */
function newRecord(reader: Reader, kind: string, id: string, lineEnd: string): NewFile | undefined {
  const errors = shapeErrors(kind, { kind, id });
  if (errors.some(({ path }) => path[0] === 'id')) return undefined;
  const schema = schemaOf(kind);
  const known: Readonly<Record<string, string>> = { kind: ` ${kind}`, id: ` ${writeScalar(id)}` };
  const lines = schema.required.map((name) => `${name}:${known[name] ?? ''}${lineEnd}`);
  return { path: usualFile(reader.forFixes(), kind, id), text: lines.join('') };
}

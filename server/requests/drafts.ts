/** Requests of those who make records: what to ask, what an answer means, ids, files, and citations of sources. */
import * as l10n from '@vscode/l10n';
import { type CancellationToken, ErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import { modelText, modelWord } from '../../l10n/language.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { isKind, kinds, schemaOf } from '../dataset/schema.ts';
import { SOURCE } from '../dataset/timeline/words.ts';
import { choicesFor } from '../drafting/choices.ts';
import { citationEdits, citationsOf } from '../drafting/citing.ts';
import { fileFor, idFor } from '../drafting/draft-file.ts';
import { formAt, formFor } from '../drafting/form.ts';
import type {
  Citable,
  CitableParams,
  Cite,
  CiteParams,
  DraftCheckParams,
  DraftFile,
  DraftFormParams,
  DraftIdParams,
  DraftParams,
  DraftPlace,
  DraftRecordParams,
  DraftRecordsParams,
  DraftStart,
  SourceGuessParams,
} from '../drafting/messages.ts';
import { guessSource } from '../drafting/source-guess.ts';
import { citableFor } from '../drafting/sources.ts';
import { understood } from '../drafting/understanding.ts';
import { Unfit } from '../drafting/unfit.ts';
import { documentAt } from '../features/locate.ts';
import { Method } from '../protocol.ts';
import type { Member } from '../session.ts';
import { nameOf } from '../sources/uri.ts';
import type { Answering, Service } from './answering.ts';

export const drafts: Service = {
  capabilities: () => ({}),
  register(answering) {
    /** Answers once all is read: ids and habits are those of the whole dataset. */
    const on = <P extends DraftParams>(method: string, answer: (params: P, member: Member) => object | null) =>
      answering.connection.onRequest(method, async (params: P, token: CancellationToken) => {
        await answering.loaded(token);
        return told(() => answer(params, answering.session.memberOf(params.uri)));
      });
    on(Method.draftStart, (_: DraftParams, member) => start(answering, member));
    on(Method.draftForm, ({ kind, at, isHere }: DraftFormParams, { workspace }) => {
      const near = at && recordAt(answering, at);
      if (isHere) return formAt(workspace.dataset, known(kind), near) ?? null;
      return formFor(workspace.dataset, known(kind), near);
    });
    on(Method.draftRecords, ({ kinds: wanted, query }: DraftRecordsParams, { workspace }) =>
      choicesFor(workspace.dataset, wanted.map(known), query),
    );
    on(Method.draftCheck, ({ kind, path, text }: DraftCheckParams) => understood(known(kind), path, text));
    on(Method.draftId, ({ kind, settings, id }: DraftIdParams, { workspace }) =>
      idFor(workspace, known(kind), settings, id),
    );
    on(Method.draftRecord, ({ kind, settings, id }: DraftRecordParams, member) =>
      fileOf(answering, member, { kind: known(kind), settings, id }),
    );
    on(Method.citable, (params: CitableParams, { workspace }): Citable | null => {
      const record = recordAt(answering, params);
      return record && canCite(workspace, record) ? citableFor(workspace.dataset, record, params.query) : null;
    });
    on(Method.sourceGuess, ({ text }: SourceGuessParams, { workspace }) => guessSource(workspace.dataset, text));
    on(Method.cite, (params: CiteParams, member) => cite(answering, member, params));
  },
};

/** What somebody has said and cannot be is an answer for that person. */
function told<T>(answer: () => T): T {
  try {
    return answer();
  } catch (reason) {
    if (reason instanceof Unfit) throw new ResponseError(ErrorCodes.InvalidParams, reason.message);
    throw reason;
  }
}

function known(kind: string): string {
  if (!isKind(kind)) throw new Unfit(l10n.t('There is no kind {0}. There are {1}.', kind, kinds.join(', ')));
  return kind;
}

/** A folder that holds datasets and nothing else is none itself; one that is empty may become one. */
function start({ session }: Answering, { workspace: asked }: Member): DraftStart {
  const withRoot = [...session.members].map(({ workspace }) => workspace).filter(({ root }) => root !== undefined);
  const filled = withRoot.filter(({ uris }) => uris[Symbol.iterator]().next().done !== true);
  const usable = filled.length > 0 ? filled : withRoot;
  const isUsable = usable.includes(asked);
  const counted = isUsable ? [asked] : usable;
  return {
    datasets: usable.map(({ root, manifest }) => ({
      uri: session.spelled(root!),
      title: manifest.title ?? nameOf(root!),
    })),
    dataset: isUsable ? session.spelled(asked.root!) : null,
    kinds: kinds.map((kind) => ({
      kind,
      name: modelWord(kind),
      description: modelText(schemaOf(kind).description).replace(/`/g, ''),
      count: counted.reduce((sum, { dataset }) => sum + (dataset.own.byKind.get(kind)?.size ?? 0), 0),
    })),
  };
}

function recordAt(answering: Answering, { uri, position }: DraftPlace): RecordDocument | undefined {
  return answering.at({ textDocument: { uri }, position: position as Position }, ({ workspace }, own, offset) => {
    const document = documentAt(workspace, own, offset);
    return document?.record ? (document as RecordDocument) : undefined;
  });
}

function canCite({ dataset }: Member['workspace'], record: RecordDocument): boolean {
  return dataset.isOwn(record) && citationsOf(record.record.kind) !== undefined;
}

function fileOf(
  { session }: Answering,
  { workspace }: Member,
  { kind, settings, id }: Omit<DraftRecordParams, 'uri'>,
): DraftFile {
  const { message } = idFor(workspace, kind, settings, id);
  if (message !== null) throw new Unfit(message);
  const file = fileFor(workspace, kind, settings, id);
  const root = workspace.root!;
  return { ...file, uri: session.spelled(root) + file.uri.slice(root.length) };
}

function cite(answering: Answering, member: Member, params: CiteParams): Cite {
  const document = recordAt(answering, params);
  if (!document || !canCite(member.workspace, document))
    throw new Unfit(l10n.t('Put the cursor in a record of the dataset first.'));
  const edits = citationEdits(document, params.source);
  const creates = params.settings
    ? fileOf(answering, member, { kind: SOURCE, settings: params.settings, id: params.source })
    : null;
  const changes = edits.map(({ span, text }) => ({ range: member.converter.range(document, span), newText: text }));
  return { edits: changes, creates };
}

/** The tool that checks the text of records before they are part of the dataset; it writes nothing. */
import type { Dataset } from '../dataset/dataset.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { freeId, isIdOf } from '../dataset/drafts/ids.ts';
import { proposedId } from '../dataset/drafts/proposed-id.ts';
import { recordsWithId } from '../dataset/places.ts';
import { type Severity, severities } from '../dataset/problem.ts';
import { usualFile } from '../dataset/record-files.ts';
import { hasRecord, type RecordDocument } from '../dataset/record-index.ts';
import { LineIndex } from '../dataset/text.ts';
import { isMap } from '../dataset/timeline/values.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { YamlValue } from '../dataset/yaml/tree.ts';
import { parseYaml } from '../dataset/yaml/yaml.ts';
import { kindsData } from './describe-kind.ts';
import { elsewhereData } from './elsewhere.ts';
import { problemsData } from './problems.ts';
import { nameData, pathOf } from './records.ts';
import { checkedWhole, type Data, type DataMap, Misuse, QUOTED, type Tool } from './tool.ts';
import { type Replaced, type Sight, withDraft } from './trial.ts';

const LONGEST_DRAFT = 100_000;
const LONGEST_FIXED = 20_000;
const MOST_RECORDS = 30;
const BRINGS = 'It would bring problems to other records: see elsewhere.';

export const checkDraft: Tool = {
  name: 'checkDraft',
  reference: 'checkDraft',
  title: 'Check a Draft',
  description: 'Checks the text of new or changed records against all rules, and writes nothing',
  modelDescription:
    'Check the YAML text of one or several drafted records (parted by lines of ---) against the dataset and all rules, as if they were in it. Nothing is written. Returns every problem with its rule name, severity, line and column of the draft, message and the titles of fixes, the text after all fixes that are beyond doubt, problems that the draft would bring to other records, and for each record the id proposed and the file where it belongs. Mend the draft by the problems and check again until no error or warning is left; then show the text to the user, who inserts it. For a new version of a record that exists, set replace. The fields of each kind are told by describeKind; records to refer to are found with findRecords.',
  icon: 'pass',
  input: {
    type: 'object',
    properties: {
      yaml: { type: 'string', description: 'The text of the records.', maxLength: LONGEST_DRAFT },
      replace: {
        type: 'boolean',
        description:
          'True when the draft is a new version of records that exist: each is checked in the place of the record with its kind and id. Otherwise an id that is taken is a problem.',
        default: false,
      },
    },
    required: ['yaml'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      note: { type: 'string' },
      verdict: { type: 'string', description: 'In a sentence: whether anything is wrong.' },
      counts: { type: 'object', description: 'How many problems of each severity.' },
      problems: { type: 'array', description: 'Rule, severity, line, column, message and fixes of each.' },
      elsewhere: { type: 'array', description: 'Problems that the draft would bring to other records.' },
      records: { type: 'array', description: 'Kind, id, name and file of each record, and what its text lacks.' },
      fixedYaml: { type: 'string', description: 'The draft after all certain fixes.' },
      kinds: { type: 'array', description: 'The kinds of record, where a document says none of them.' },
    },
    required: ['verdict', 'counts', 'problems', 'records'],
  },
  async run(asked, input) {
    const { workspace, readWanted } = asked;
    const { yaml, replace = false } = input as { yaml: string; replace?: boolean };
    const replacing: Replaced = replace ? namesakes(workspace.dataset) : () => [];
    // Only what has been checked before tells what a draft brings to it.
    await checkedWhole(asked);
    let sight: Sight<Findings>;
    do sight = withDraft(workspace, yaml, replacing, (documents, uri) => findingsIn(workspace, documents, uri, yaml));
    while (await readWanted());
    const { documents, counts, told } = sight.seen;
    if (documents.length === 0) throw new Misuse('The draft is empty: give the YAML of at least one record.');
    const mended = sight.fixed === undefined ? [] : parseYaml(sight.fixed).map(({ document }) => document.value);
    const records = documents.map(({ document, at }) =>
      recordData(document, mended[at], workspace, sight.replaced, yaml),
    );
    const hasOthers = sight.elsewhere.problems.length > 0;
    const hasForeign = documents.some(({ document }) => !hasRecord(document));
    return {
      note: QUOTED,
      verdict: [verdictOf(counts, hasForeign), ...(hasOthers ? [BRINGS] : [])].join(' '),
      counts,
      ...told,
      ...elsewhereData(sight.elsewhere, workspace),
      records: records.slice(0, MOST_RECORDS),
      ...(records.length > MOST_RECORDS && {
        moreRecords: `${records.length - MOST_RECORDS} more: check fewer at once.`,
      }),
      ...fixedData(sight),
      ...(hasForeign && { kinds: kindsData() }),
    };
  },
};

/** What is seen of a draft while it is there. */
interface Findings {
  /** Those with anything in them, and which of the draft they are. */
  readonly documents: readonly { readonly document: SourceDocument; readonly at: number }[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly told: DataMap;
}

function findingsIn(workspace: Workspace, documents: readonly SourceDocument[], uri: string, text: string): Findings {
  const problems = workspace.problemsOf(uri);
  const counts = Object.fromEntries(
    severities.map((one) => [one, problems.filter(({ severity }) => severity === one).length]),
  ) as Record<Severity, number>;
  const isAny = ({ yaml }: SourceDocument) => yaml.value !== null || yaml.errors.length > 0;
  return {
    documents: documents.map((document, at) => ({ document, at })).filter(({ document }) => isAny(document)),
    counts,
    told: problemsData(problems, text),
  };
}

/** The dataset's own records that have the kind and id of a draft. */
function namesakes(dataset: Dataset): Replaced {
  return (draft) =>
    recordsWithId(dataset, draft.record.kind, draft.record.id ?? '').filter(
      (other) => other.uri !== draft.uri && dataset.isOwn(other),
    );
}

function verdictOf({ error, warning, info, hint }: Findings['counts'], hasForeign: boolean): string {
  if (hasForeign) return 'Not all of the draft are records: each has to say its kind.';
  if (error > 0) return 'The draft has errors: mend them by the messages and check it again.';
  if (warning > 0) return 'The draft has no errors; mend the warnings, or tell the user why they stay.';
  return info + hint > 0 ? 'The draft has no errors and no warnings.' : 'No rule finds anything wrong with the draft.';
}

/**
 * Where a record of the draft belongs; asked when the draft is no part of the dataset any more.
 * @param mended its value after all certain fixes, from which an id is made
 */
function recordData(
  document: SourceDocument,
  mended: YamlValue | undefined,
  workspace: Workspace,
  replaced: readonly RecordDocument[],
  text: string,
): Data {
  const line = new LineIndex(text).at(document.start + document.headSpan.start).line + 1;
  if (!hasRecord(document)) {
    return { line, lacks: 'It says no kind that there is: begin it with a line `kind:` and one of the kinds below.' };
  }
  const { dataset } = workspace;
  const { kind, id, value } = document.record;
  const place = replaced.find(({ record }) => record.kind === kind && record.id === id);
  if (place) return { ...nameData(document), line, replacesRecordIn: pathOf(place.uri, workspace) };
  const isTaken = (one: string) =>
    dataset.withId(one).some((other) => other.record.kind === kind && dataset.isOwn(other));
  const isFree = id !== undefined && isIdOf(kind, id) && !isTaken(id);
  const made = isFree ? id : (proposedId(kind, isMap(mended) ? mended : value) ?? kind);
  const proposed = isFree ? id : isIdOf(kind, made) ? freeId(dataset, made) : undefined;
  const file = proposed === undefined ? undefined : usualFile(dataset, kind, proposed);
  const uri = file === undefined ? undefined : workspace.uriOf(file);
  return {
    ...nameData(document),
    line,
    ...(!isFree && { proposedId: proposed }),
    ...(id === undefined &&
      isTaken(made) && {
        perhapsThere: `The dataset has ${kind}/${made}: read it, and see that this is not the same.`,
      }),
    ...(id !== undefined &&
      isTaken(id) && {
        idIsTaken: 'The dataset has a record with this kind and id. Set replace to check the draft as its new version.',
      }),
    file,
    ...(uri !== undefined &&
      !workspace.includes(uri) && { isLeftOut: 'The manifest leaves this file out: its `records` have to name it.' }),
  };
}

function fixedData({ fixed, fixes }: Sight<Findings>): DataMap {
  if (fixed === undefined) return {};
  if (fixed.length > LONGEST_FIXED) return { certainFixes: [...new Set(fixes)] };
  return { certainFixes: [...new Set(fixes)], fixedYaml: fixed };
}

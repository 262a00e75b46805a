/** Reports proposals that are said to be adopted or carried out, with nothing to show for it. */
import * as l10n from '@vscode/l10n';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord } from '../dataset/yaml/tree.ts';
import { listIn, mapIn, textIn } from './support/values.ts';

const PROPOSAL =
  'kind: proposal\nid: turkic-investment-fund-2021\ntitle: Turkic Investment Fund\ntype: establish-body\nparties: [{ state: KAZ }]\ndomains: [finance]\ncitations: [{ source: example-report }]\n';
/** Statuses that a proposal has only when something has come of it. */
const ACCOMPLISHED: ReadonlyMap<unknown, () => string> = new Map([
  [
    'adopted',
    () => l10n.t('Nothing here shows that this was adopted: add the document, the decision or the `result`.'),
  ],
  [
    'implemented',
    () => l10n.t('Nothing here shows that this was carried out: add the document, the decision or the `result`.'),
  ],
]);

export const unprovenAdoption: Rule = {
  name: 'unproven-adoption',
  severity: 'warning',
  title: 'Nothing shows that the proposal was adopted.',
  kinds: ['proposal'],
  docs: {
    what: 'A proposal that is `adopted` or `implemented` and has no `result`, no document in its `history`, and no step that was taken at a meeting with a document or a decision among its outcomes.',
    why: 'Adoption is a formal act that leaves a trace. Without it nobody can tell a decision from a hope.',
    fix: 'Add the document, the decision or the result; or take the status back to what the sources tell.',
  },
  examples: {
    wrong: [`${PROPOSAL}status: ⟦adopted⟧\n`],
    right: [
      `${PROPOSAL}status: adopted\nresult: { organization: turkic-investment-fund }\n`,
      `${PROPOSAL}status: agreed\n`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    const done = ACCOMPLISHED.get(record.value.status);
    if (!done || hasResult(record.value)) return;
    if (document.yaml.errors.length > 0 || listIn(record.value.history).some((step) => isProof(mapIn(step), reader)))
      return;
    yield {
      span: document.markOf(['status']),
      message: done(),
    };
  },
};

function hasResult({ result }: YamlRecord): boolean {
  return Object.values(mapIn(result)).some((id) => textIn(id) !== undefined);
}

/** Whether a step leads to a document, or to a meeting that brought something about. A meeting that nobody knows may have. */
function isProof(step: YamlRecord, reader: Reader): boolean {
  if (textIn(step.document) !== undefined) return true;
  const id = textIn(step.summit);
  if (id === undefined || !ACCOMPLISHED.has(step.status)) return false;
  const summit = reader.find('summit', id);
  const outcomes = listIn(summit?.get('outcomes')).map(mapIn);
  return !summit || outcomes.some((outcome) => textIn(outcome.document) ?? textIn(outcome.decision));
}

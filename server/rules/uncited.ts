/** Reports records that state facts and cite no source for them. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../dataset/document.ts';
import type { Fix } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { schemaOf } from '../dataset/schema.ts';
import type { YamlValue } from '../dataset/yaml/tree.ts';
import { addListWithGap } from './support/additions.ts';
import { inDocument } from './support/fixes.ts';
import { sentence, withArticle } from './support/words.ts';

const SUMMIT = 'id: ots-summit-2025-gabala\nname: Gabala summit of the OTS\norganization: ots\nstatus: held\n';
const DATE = 'date: 2025-10-07\n';
const CITATIONS = 'citations: [{ source: example-report }]\n';

export const uncited: Rule = {
  name: 'uncited',
  severity: 'warning',
  title: 'A record cites no source.',
  docs: {
    what: 'A meeting, proposal, chairmanship or document without `citations`, or with an empty list.',
    why: 'Nobody can check such a record, and where two records contradict each other nobody can tell which one to believe.',
    fix: 'Add the source that the facts were taken from.',
  },
  examples: {
    wrong: [`⟦kind: summit⟧\n${SUMMIT}${DATE}`, `kind: summit\n${SUMMIT}${DATE}⟦citations⟧: []\n`],
    right: [`kind: summit\n${SUMMIT}${DATE}${CITATIONS}`, 'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\n'],
  },
  // A record that cannot be read from end to end may well have its citations where it breaks off.
  concerns: ({ record, yaml }) =>
    record !== undefined &&
    isNothing(record.value.citations) &&
    schemaOf(record.kind).needsCitation &&
    yaml.errors.length === 0,
  *check(document) {
    yield {
      span: document.spanOf(['citations'], 'key'),
      message: l10n.t(
        '{0} needs a source: cite the one that its facts come from.',
        sentence(withArticle(document.record!.kind)),
      ),
      fixes: () => addition(document),
    };
  },
};

function isNothing(citations: YamlValue | undefined): boolean {
  return citations === undefined || (Array.isArray(citations) && citations.length === 0);
}

function addition(document: SourceDocument): Fix[] {
  const empty = document.yaml.place(['citations'])?.value;
  const edits = empty
    ? inDocument(document, [{ span: { start: empty.start, end: empty.end }, text: '[{ source: }]' }])
    : addListWithGap(document, [], 'citations', 'source');
  return edits.length > 0 ? [{ title: empty ? l10n.t('Add a source') : l10n.t('Add `citations`'), edits }] : [];
}

/** Reports parents, predecessors and replacements that run in a circle. */
import * as l10n from '@vscode/l10n';
import type { Related } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { circleFrom, linksOf, type Step } from './support/chains.ts';

/** The ends of a long circle tell enough. */
const MOST_SHOWN = 6;

const COMMON = 'type: establish-body\nparties: [{ state: KAZ }]\ndomains: [cybersecurity]\n';
const CITED = 'status: proposed\ncitations: [{ source: example-report }]\n';
const COUNCIL = `kind: proposal\nid: council\ntitle: A council on cybersecurity\n${COMMON}`;
const CENTRE = `kind: proposal\nid: centre\ntitle: Training of experts under one roof\n${COMMON}`;

export const referenceCycle: Rule = {
  name: 'reference-cycle',
  severity: 'error',
  title: 'Parents, predecessors or replacements run in a circle.',
  docs: {
    what: 'Records of one kind lead from one to the next by `parent`, by `predecessor`, or by relations of the type `supersedes` or `part-of`, and back to where they began. A record that is its own parent is the smallest such circle. Every record of a circle is told.',
    why: 'Nothing can be a part of its own part, or come before what came before it. Whoever follows the links never arrives.',
    fix: 'Remove the link that is wrong, or turn it round.',
  },
  examples: {
    wrong: [
      `${COUNCIL}relations: [{ type: supersedes, proposal: ⟦centre⟧ }]\n${CITED}---\n${CENTRE}relations: [{ type: supersedes, proposal: ⟦council⟧ }]\n${CITED}`,
      'kind: organization\nid: league\nname: League of Examples\ntype: organization\nparent: ⟦league⟧\n',
    ],
    right: [
      `${COUNCIL}relations: [{ type: supersedes, proposal: centre }]\n${CITED}---\n${CENTRE}relations: [{ type: responds-to, proposal: council }]\n${CITED}`,
      'kind: organization\nid: league\nname: League of Examples\ntype: organization\n---\nkind: organization\nid: league-council\nname: Council\ntype: body\nparent: league\n',
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (record?.id === undefined) return;
    for (const link of linksOf(record.kind, (property) => record.value[property])) {
      const circle = circleFrom(record.kind, { ...link, from: record.id }, reader);
      const span = circle && document.spanOf(link.path);
      if (!span || document.isDoubtful(span)) continue;
      yield {
        span,
        message: l10n.t(
          '`{0}` leads in a circle: {1}. Remove the link that is wrong, or turn it round.',
          link.word,
          inRow(circle),
        ),
        related: circle.slice(1, MOST_SHOWN).map((step) => relatedTo(record.kind, step)),
      };
    }
  },
};

function inRow(circle: readonly Step[]): string {
  const ids = [...circle.map(({ from }) => from), circle.at(-1)!.to].map((id) => `\`${id}\``);
  const shown = ids.length > MOST_SHOWN + 1 ? [...ids.slice(0, MOST_SHOWN), '…', ids.at(-1)] : ids;
  return shown.join(' → ');
}

function relatedTo(kind: string, { from, to, path }: Step): Related {
  return { kind, id: from, path, message: l10n.t('`{0}` leads on to `{1}`.', from, to) };
}

/** Reports persons who stand beside a state that they never served. */

import * as l10n from '@vscode/l10n';
import { listed } from '../../l10n/language.ts';
import type { Rule } from '../dataset/rule.ts';
import { rewriteAt, standsWithin } from './support/fixes.ts';
import { officesOf, representativesIn } from './support/representatives.ts';

const JAPAROV =
  'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\noffices:\n  - { title: President, state: KGZ, from: 2021-01-28 }\n';
const proposal = (state: string) =>
  `kind: proposal\nid: kgz-csto-peacekeeping-2025\ntitle: Reinforce the peacekeeping capacity of the CSTO\ntype: intensify-activity\nparties:\n  - { state: ${state}, person: sadyr-japarov, role: proposer }\naddressed_to: { organization: csto }\ndate: 2025-01-01\ndomains: [peacekeeping]\nstatus: announced\ncitations: [{ source: example-report }]\n`;

export const personStateMismatch: Rule = {
  name: 'person-state-mismatch',
  severity: 'error',
  title: 'A person’s state is not the one beside it.',
  docs: {
    what: 'An entry names a person and a state, and by the offices in the person’s record that person has served other states, but not this one. Persons without an office of a state are left alone.',
    why: 'One of the two is wrong, and with it every list of what a state or a person has said and done.',
    fix: 'Take the person’s state, or the person who is meant. If the person did serve that state, add the office to the person’s record.',
  },
  examples: {
    wrong: [`${JAPAROV}---\n${proposal('⟦KAZ⟧')}`],
    right: [`${JAPAROV}---\n${proposal('KGZ')}`],
  },
  concerns: ({ record }) => record !== undefined && representativesIn(record).length > 0,
  *check(document, reader) {
    const record = document.record!;
    for (const { person: id, entry, path } of representativesIn(record)) {
      const person = reader.find('person', id);
      const state = typeof entry.state === 'string' ? reader.find('state', entry.state) : undefined;
      if (!person || !state) continue;
      const offices = officesOf(person);
      if (offices.some((office) => office.state === state.id)) continue;
      const served = offices.filter((office) => office.state !== undefined);
      if (served.length === 0) continue;
      const span = document.spanOf([...path, 'state']);
      if (document.isDoubtful(span)) continue;
      const states = [...new Set(served.map((office) => office.state!))];
      const names = states.map((other) => reader.find('state', other)?.label ?? other);
      yield {
        span,
        message: l10n.t(
          '{0} has held office in {1}, not in {2}: correct the state or the person.',
          person.label,
          listed(names),
          state.label,
        ),
        related: served.map(({ title, path: at }) => ({
          kind: 'person',
          id,
          path: at,
          message: `${person.label}: ${title}`,
        })),
        fixes: () => {
          const at = [...path, 'state'];
          if (!standsWithin(document, at, path)) return [];
          return states.map((other) => ({
            title: l10n.t('Change to `{0}`', other),
            edits: rewriteAt(document, at, other),
          }));
        },
      };
    }
  },
};

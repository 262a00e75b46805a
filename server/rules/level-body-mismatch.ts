/** Reports meetings at another level than that of the body that meets. */
import * as l10n from '@vscode/l10n';
import type { Rule } from '../dataset/rule.ts';
import { schemaAt } from '../dataset/schema.ts';
import type { YamlValue } from '../dataset/yaml/tree.ts';
import { sentence } from './support/words.ts';

const LEVELS = new Set<unknown>(schemaAt('summit', ['level'])!.values.map(({ value }) => value));
/** Several ranks at one table go with any body. */
const ANY = 'mixed';

const MEETING =
  'kind: summit\nid: sco-summit-2024-islamabad\nname: SCO summit in Islamabad\norganization: sco\nbody: sco-chg\n';
const REST =
  'status: held\ndate: 2024-10-15/2024-10-16\nplace: { city: Islamabad, state: PAK }\nhost: PAK\ncitations: [{ source: example-report }]\n';

export const levelBodyMismatch: Rule = {
  name: 'level-body-mismatch',
  severity: 'warning',
  title: "A meeting's level is not that of the body that meets.",
  kinds: ['summit'],
  docs: {
    what: 'A meeting whose `level` differs from the `level` in the record of its `body`. A level of `mixed`, on either side, goes with any other.',
    why: 'The press calls many a meeting a summit. Where presidents and prime ministers meet in turns, a wrong level puts the meeting into the wrong series, and its number with it.',
    fix: 'Correct the level, or name the body that really met.',
  },
  examples: {
    wrong: [`${MEETING}level: ⟦heads-of-state⟧\n${REST}`],
    right: [`${MEETING}level: heads-of-government\n${REST}`, `${MEETING}level: mixed\n${REST}`],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record || typeof record.value.body !== 'string') return;
    const { level } = record.value;
    if (!isLevel(level)) return;
    const body = reader.find('organization', record.value.body);
    const usual = body?.get('level');
    if (!body || !isLevel(usual) || usual === level) return;
    const span = document.spanOf(['level']);
    if (document.isDoubtful(span)) return;
    yield {
      span,
      message: l10n.t(
        '{0} meets at the level `{1}`: write that, or name the body that met.',
        sentence(body.label),
        usual,
      ),
      related: [
        {
          kind: 'organization',
          id: body.id,
          path: ['level'],
          message: l10n.t('The level of {0}: {1}', body.label, usual),
        },
      ],
    };
  },
};

/** Whether a value is a rank that can contradict another; what is in no list is told by `schema`. */
function isLevel(value: YamlValue | undefined): value is string {
  return value !== ANY && LEVELS.has(value);
}

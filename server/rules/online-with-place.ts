/** Reports meetings by video link that were held in a city, and meetings in person that were held nowhere. */
import * as l10n from '@vscode/l10n';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { mapIn, textIn } from './support/values.ts';

const SUMMIT =
  'kind: summit\nid: ots-extraordinary-summit-2020\nname: Extraordinary Summit of the Turkic Council\norganization: ots\nformat: extraordinary\nstatus: held\ndate: 2020-04-10\ncitations: [{ source: example-report }]\n';

export const onlineWithPlace: Rule = {
  name: 'online-with-place',
  severity: 'warning',
  title: 'How a meeting was held does not fit its place.',
  kinds: ['summit'],
  docs: {
    what: 'A meeting with `mode: online` and a city or venue in its `place`; or one that was held with `mode: in-person` and no place at all. A meeting that is still to come, or is part of one with a place, may leave it out.',
    why: 'Either the mode or the place is wrong, and who looks for meetings in a city finds one that was not there.',
    fix: 'Where some came and others joined by video link, write `hybrid`. Otherwise take out the city, which is often only the one where the report was written, or add the place.',
  },
  examples: {
    wrong: [`${SUMMIT}mode: online\nplace: { city: ⟦Baku⟧, state: AZE }\n`, `${SUMMIT}mode: ⟦in-person⟧\n`],
    right: [
      `${SUMMIT}mode: online\n`,
      `${SUMMIT}mode: hybrid\nplace: { city: Baku, state: AZE }\n`,
      `${SUMMIT}mode: in-person\nplace: { state: AZE }\n`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    const { mode, place } = record.value;
    const given = ['city', 'name_at_the_time', 'venue'].find((key) => textIn(mapIn(place)[key]) !== undefined);
    if (mode === 'online' && given) {
      const span = document.markOf(['place', given]);
      const message = l10n.t(
        'This meeting was online, so it was held in no city: take the place out, or write `hybrid`.',
      );
      if (!document.isDoubtful(span) && !document.isDoubtful(document.markOf(['mode']))) yield { span, message };
    } else if (mode === 'in-person' && isNowhere(record.value, reader) && document.yaml.errors.length === 0) {
      const message = l10n.t('This meeting was held in person, but where? Add its `place`.');
      yield { span: document.markOf(['mode']), message };
    }
  },
};

/** Whether a meeting was held and neither its record nor that of the meeting around it says where. */
function isNowhere({ status, place, parent }: YamlRecord, reader: Reader): boolean {
  if (status !== 'held' || !isEmpty(place)) return false;
  const around = typeof parent === 'string' ? reader.find('summit', parent) : undefined;
  return !around || isEmpty(around.get('place'));
}

/** Whether no place stands there; one that is half typed or no map is for the `schema` rule. */
function isEmpty(place: YamlValue | undefined): boolean {
  return place === undefined || (typeof place === 'object' && place !== null && Object.keys(place).length === 0);
}

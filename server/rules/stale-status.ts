/** Reports statuses that time has overtaken: planned meetings that are past, held ones that are still to come. */
import * as l10n from '@vscode/l10n';
import { type EdtfDate, inWords, isBefore, isReversed } from '../dataset/dates/edtf.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { edtfIn } from './support/dates.ts';

const SUMMIT = 'kind: summit\nid: ots-summit-2025-gabala\nname: Gabala summit of the OTS\norganization: ots\n';
const CITATIONS = 'citations: [{ source: example-report }]\n';
const CHAIR = 'kind: chairmanship\nid: csto-chair-2025-kgz\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\n';

export const staleStatus: Rule = {
  name: 'stale-status',
  severity: 'warning',
  title: 'A status does not fit the date and today.',
  docs: {
    what: 'A meeting that is `planned` or `confirmed` although its date is past, or `held` although its date is still to come. Of a chairmanship: `announced` although it has begun, `current` although it is over or has not begun, `ended` although it lasts. Today is what the manifest or the settings say, else the calendar.',
    why: 'Readers take the status for the state of affairs. A plan that nobody has looked at since its day says nothing.',
    fix: 'Find out what became of it, and write that; or correct the date.',
  },
  examples: {
    wrong: [
      `${SUMMIT}status: ⟦planned⟧\ndate: 2025-10-07\n${CITATIONS}`,
      `${SUMMIT}status: ⟦held⟧\ndate: 2026-10-07\n${CITATIONS}`,
      `${CHAIR}status: ⟦announced⟧\n${CITATIONS}`,
    ],
    right: [
      `${SUMMIT}status: planned\ndate: 2025-10\n${CITATIONS}`,
      `${SUMMIT}status: postponed\ndate: 2025-10-07\n${CITATIONS}`,
      `${CHAIR}status: current\n${CITATIONS}`,
    ],
  },
  concerns: ({ record }) => record !== undefined && contradictions.get(record.kind)?.has(record.value.status) === true,
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    const message = contradictions.get(record.kind)?.get(record.value.status)?.(record.value, () => reader.today);
    if (message === undefined) return;
    const span = document.markOf(['status']);
    if (!document.isDoubtful(span)) yield { span, message };
  },
};

/** What contradicts a status, in words; today is asked for only where a date stands. */
type Contradiction = (value: YamlRecord, today: () => EdtfDate) => string | undefined;

const overdue: Contradiction = ({ date }, today) => {
  const past = pastDate(date, today);
  return (
    past &&
    l10n.t('The date of this meeting is past: {0}. Write whether it was `held`, `postponed` or `cancelled`.', past)
  );
};

const contradictions: ReadonlyMap<string, ReadonlyMap<unknown, Contradiction>> = new Map([
  [
    'summit',
    new Map<unknown, Contradiction>([
      ['planned', overdue],
      ['confirmed', overdue],
      ['held', ({ date }, today) => early(date, today)],
    ]),
  ],
  [
    'chairmanship',
    new Map<unknown, Contradiction>([
      ['announced', ({ from, to }, today) => over(to, today) ?? begun(from, today)],
      ['current', ({ from, to }, today) => over(to, today) ?? ahead(from, today)],
      ['ended', ({ from, to }, today) => ahead(from, today) ?? lasting(to, today)],
    ]),
  ],
]);

function early(date: YamlValue | undefined, today: () => EdtfDate): string | undefined {
  const coming = comingDate(date, today);
  return coming && l10n.t('The date of this meeting is still to come: {0}. Until then it is `planned`.', coming);
}

function over(to: YamlValue | undefined, today: () => EdtfDate): string | undefined {
  const past = pastDate(to, today);
  return past && l10n.t('The end of this term is past: {0}. Write `ended`.', past);
}

function begun(from: YamlValue | undefined, today: () => EdtfDate): string | undefined {
  const past = pastDate(from, today);
  return past && l10n.t('The beginning of this term is past: {0}. Write `current`.', past);
}

function ahead(from: YamlValue | undefined, today: () => EdtfDate): string | undefined {
  const coming = comingDate(from, today);
  return coming && l10n.t('The beginning of this term is still to come: {0}. Until then it is `announced`.', coming);
}

function lasting(to: YamlValue | undefined, today: () => EdtfDate): string | undefined {
  const coming = comingDate(to, today);
  return coming && l10n.t('The end of this term is still to come: {0}. Until then it is `current`.', coming);
}

/** A date in words, when it is certainly before today. */
function pastDate(value: YamlValue | undefined, today: () => EdtfDate): string | undefined {
  const date = edtfIn(value);
  return date && !isReversed(date) && isBefore(date, today()) === 'yes' ? inWords(date) : undefined;
}

/** A date in words, when it is certainly after today. */
function comingDate(value: YamlValue | undefined, today: () => EdtfDate): string | undefined {
  const date = edtfIn(value);
  return date && !isReversed(date) && isBefore(today(), date) === 'yes' ? inWords(date) : undefined;
}

/** Reports meetings placed where a report of them was written, although a source cited for the place has another one. */
import * as l10n from '@vscode/l10n';
import { fold } from '../dataset/names/names.ts';
import type { Related } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { citiesOf, isSameCity } from './support/cities.ts';
import { listIn, mapIn, textIn } from './support/values.ts';

const SUMMIT =
  'kind: summit\nid: ots-summit-2025-gabala\nname: Gabala summit of the OTS\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const CITATIONS =
  'citations:\n  - { source: newspaper-report, supports: [date] }\n  - { source: agency-report, supports: [place] }\n';
const SOURCES =
  '---\nkind: source\nid: newspaper-report\npublisher: Example Times\ndateline: { city: Almaty, state: KAZ }\n---\nkind: source\nid: agency-report\npublisher: Example News\ndateline: { city: Gabala, state: AZE }\n';

export const placeFromDateline: Rule = {
  name: 'place-from-dateline',
  severity: 'warning',
  title: 'A meeting is placed where a report of it was written.',
  kinds: ['summit'],
  docs: {
    what: 'The city of a meeting is the one in the dateline of a source it cites, while another source, cited for the `place`, has another city in its dateline or names another one in its quote. A dateline counts for nothing against a source that is itself cited for the place.',
    why: 'Reports are often written in a newsroom far away: the dateline says where the writer was, not where the meeting was.',
    fix: 'Take the city from the source that is cited for the place. If the place is right, cite the source that gives it with `supports: [place]`.',
  },
  examples: {
    wrong: [`${SUMMIT}place: { city: ⟦Almaty⟧, state: KAZ }\n${CITATIONS}${SOURCES}`],
    right: [
      `${SUMMIT}place: { city: Qabala, state: AZE }\n${CITATIONS}${SOURCES}`,
      `${SUMMIT}place: { city: Almaty, state: KAZ }\n${CITATIONS.replace('[date]', '[date, place]')}${SOURCES}`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    // It takes two reports to differ.
    if (!record || listIn(record.value.citations).length < 2) return;
    const place = mapIn(record.value.place);
    const city = textIn(place.city);
    const citations = listIn(record.value.citations).map(mapIn);
    if (city === undefined || !citations.some(isForPlace)) return;
    const names = [city, textIn(place.name_at_the_time)].flatMap((name) => name ?? []);
    const reports = citations.flatMap((citation) => reportIn(citation, reader) ?? []);
    const states = [place.state, ...reports.map(({ dateline }) => dateline.state)].flatMap((id) => stateOf(id, reader));
    const judged = reports.map((report) => ({ ...report, ...judge(report, names, states) }));
    if (judged.some((report) => report.isForPlace && report.agrees)) return;
    const origin = judged.find(({ agrees }) => agrees);
    const witness = judged.find((report) => report.isForPlace && report.other !== undefined);
    if (!origin || !witness) return;
    const span = document.spanOf(['place', 'city']);
    if (document.isDoubtful(span)) return;
    yield {
      span,
      message: l10n.t(
        '{0} is where a report was written (`{1}`). The source cited for the place (`{2}`) has {3}.',
        city,
        origin.source.id,
        witness.source.id,
        witness.other ?? '',
      ),
      related: [origin, witness].map(({ source }) => datelineOf(source)),
    };
  },
};

/** A citation of a source that exists. */
interface Report {
  readonly source: RecordView;
  readonly dateline: YamlRecord;
  readonly quote: string;
  /** Whether the source is cited for the place by name. */
  readonly isForPlace: boolean;
}

function reportIn(citation: YamlRecord, reader: Reader): Report | undefined {
  const source = typeof citation.source === 'string' ? reader.find('source', citation.source) : undefined;
  if (!source) return undefined;
  const [dateline, quote] = [mapIn(source.get('dateline')), textIn(citation.quote) ?? ''];
  return { source, dateline, quote, isForPlace: isForPlace(citation) };
}

function isForPlace({ supports }: YamlRecord): boolean {
  return listIn(supports).some((path) => path === 'place' || path === 'place.city');
}

/** Whether a report has the city that is given, and which other one it has. What it quotes tells more than its dateline. */
function judge({ dateline, quote }: Report, names: readonly string[], states: readonly RecordView[]) {
  const isGiven = (city: string) =>
    names.some((name) => fold(name) === fold(city) || states.some((state) => isSameCity(state, name, city)));
  const quoted = citiesIn(quote, states);
  const told = quoted.length > 0 ? quoted : [textIn(dateline.city)].flatMap((city) => city ?? []);
  const agrees = told.some(isGiven);
  return { agrees, other: agrees ? undefined : told[0] };
}

/** The cities of some states that a text names. */
function citiesIn(text: string, states: readonly RecordView[]): string[] {
  const folded = ` ${fold(text)} `;
  if (folded.trim() === '') return [];
  return states.flatMap(citiesOf).filter((name) => folded.includes(` ${fold(name)} `));
}

function stateOf(id: YamlValue | undefined, reader: Reader): RecordView[] {
  return typeof id === 'string' ? [reader.find('state', id)].flatMap((state) => state ?? []) : [];
}

function datelineOf({ kind, id, label }: RecordView): Related {
  return { kind, id, path: ['dateline', 'city'], message: l10n.t('Where this was written: {0}', label) };
}

/** Timeline data for the webview's tests: events, what is sent of them, and as many made-up ones as wanted. */
import type { TimelineDate, TimelineEvent, TimelineUpdate } from '../../server/protocol.ts';

const DAY = 86_400_000;
export const TODAY = '2025-11-22';

export const NAMES: TimelineUpdate['laneNames'] = {
  organization: {
    ots: { name: 'Organization of Turkic States', short: 'OTS' },
    csto: { name: 'Collective Security Treaty Organization', short: 'CSTO' },
    sco: { name: 'Shanghai Cooperation Organisation', short: 'SCO' },
    cica: { name: 'Conference on Interaction and Confidence-Building Measures in Asia', short: 'CICA' },
    tcci: { name: 'Turkic Chamber of Commerce and Industry', short: 'TCCI' },
  },
  state: {
    AZE: { name: 'Azerbaijan', short: 'AZE' },
    BLR: { name: 'Belarus', short: 'BLR' },
    CHN: { name: 'China', short: 'CHN' },
    KAZ: { name: 'Kazakhstan', short: 'KAZ' },
    KGZ: { name: 'Kyrgyzstan', short: 'KGZ' },
    RUS: { name: 'Russia', short: 'RUS' },
    TJK: { name: 'Tajikistan', short: 'TJK' },
    TUR: { name: 'Türkiye', short: 'TUR' },
    UZB: { name: 'Uzbekistan', short: 'UZB' },
  },
  person: { 'kassym-jomart-tokayev': { name: 'Kassym-Jomart Tokayev' }, 'sadyr-japarov': { name: 'Sadyr Japarov' } },
  domain: {
    cybersecurity: { name: 'Cybersecurity' },
    energy: { name: 'Energy' },
    water: { name: 'Water' },
    'artificial-intelligence': { name: 'Artificial intelligence' },
  },
  kind: {
    summit: { name: 'Summits' },
    proposal: { name: 'Proposals' },
    document: { name: 'Documents' },
    chairmanship: { name: 'Chairmanships' },
  },
};

/** Reads the few forms of EDTF the fixtures use; the real reader is the server's. */
export function date(edtf: string): TimelineDate {
  const approximate = /[~%]/.test(edtf);
  const uncertain = /[?%]/.test(edtf);
  const plain = edtf.replace(/[~?%]/g, '');
  const [from, to] = plain.split('/');
  const doubt = `${approximate ? 'about ' : ''}${uncertain ? 'perhaps ' : ''}`;
  if (to !== undefined) {
    const min = from === '..' ? null : part(from ?? '').min;
    const max = to === '..' ? null : part(to).max;
    const words = `${doubt}${from === '..' ? 'until' : `from ${from}`} ${to === '..' ? 'on' : to}`;
    return {
      edtf,
      words,
      min,
      max,
      precision: part(from === '..' ? to : (from ?? '')).precision,
      shape: 'period',
      open: from === '..' ? (to === '..' ? 'both' : 'start') : to === '..' ? 'end' : null,
      approximate,
      uncertain,
    };
  }
  const { min, max, precision } = part(plain);
  const words = `${doubt}${precision === 'day' ? plain : `some time in ${plain}`}`;
  return { edtf, words, min, max, precision, shape: 'moment', open: null, approximate, uncertain };
}

function part(text: string): { min: number; max: number; precision: TimelineDate['precision'] } {
  const [year = 0, second, third] = text.split('-').map(Number);
  if (third !== undefined) {
    const min = Date.UTC(year, (second ?? 1) - 1, third);
    return { min, max: min + DAY, precision: 'day' };
  }
  if (second === undefined) return { min: Date.UTC(year, 0), max: Date.UTC(year + 1, 0), precision: 'year' };
  if (second >= 40) {
    const month = (second - 40) * 6;
    return { min: Date.UTC(year, month), max: Date.UTC(year, month + 6), precision: 'half' };
  }
  if (second >= 33) {
    const month = (second - 33) * 3;
    return { min: Date.UTC(year, month), max: Date.UTC(year, month + 3), precision: 'quarter' };
  }
  return { min: Date.UTC(year, second - 1), max: Date.UTC(year, second), precision: 'month' };
}

export interface Sketch {
  kind: string;
  id: string;
  facet?: string;
  title: string;
  date: string;
  org?: string[];
  state?: string[];
  person?: string[];
  domain?: string[];
  status?: string;
  links?: TimelineEvent['links'];
  problems?: TimelineEvent['problems'];
}

export function event(sketch: Sketch): TimelineEvent {
  const { kind, id, facet, title, org = ['ots'], state = [], person = [], domain = [], status } = sketch;
  return {
    key: `${kind}/${id}${facet ? `#${facet}` : ''}`,
    kind,
    id,
    title,
    date: date(sketch.date),
    lanes: { organization: org, state, person, domain, kind: [kind] },
    role: kind === 'chairmanship' ? 'band' : 'mark',
    links: sketch.links ?? [],
    problems: sketch.problems ?? [],
    location: {
      uri: `file:///dataset/${id}.yaml`,
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 20 } },
    },
    ...(status !== undefined && { status }),
  };
}

export function update(events: TimelineEvent[], more: Partial<TimelineUpdate> = {}): TimelineUpdate {
  return {
    dataset: 'file:///dataset',
    title: 'Eurasian security initiatives',
    revision: 1,
    whole: true,
    today: TODAY,
    events,
    removed: [],
    laneNames: NAMES,
    broken: [],
    ...more,
  };
}

/** `count` events over twenty years in forty organizations, the same for the same `seed`. */
export function manyEvents(count: number, seed = 7): TimelineEvent[] {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const kinds = ['summit', 'proposal', 'proposal', 'proposal', 'document'] as const;
  const statuses = ['held', 'proposed', 'adopted', 'planned', 'under-consideration', 'cancelled'];
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'summit';
    const year = 2006 + Math.floor(random() * 20);
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
    const form = random();
    const when =
      form < 0.7
        ? `${year}-${month}-${day}`
        : form < 0.8
          ? `${year}-${month}`
          : form < 0.85
            ? `${year}`
            : `${year}-${month}-${day}/${year + 1 + Math.floor(random() * 3)}-${month}-${day}`;
    return event({
      kind,
      id: `made-up-${index}`,
      title: `Initiative ${index} on ${['cybersecurity', 'water', 'transport corridors', 'peacekeeping'][Math.floor(random() * 4)]}`,
      date: when,
      org: [`org-${Math.floor(random() * 40)}`],
      state: ['KAZ'],
      status: statuses[Math.floor(random() * statuses.length)] ?? 'held',
    });
  });
}

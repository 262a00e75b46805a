/** Some seventy events as a curator might keep them: every form of date, ties between records, and a few mistakes. */
import type { TimelineEvent } from '../../server/protocol.ts';
import { event, NAMES, type Sketch, TODAY } from './fixture.ts';

const summit = (id: string, title: string, when: string, org: string, state: string, status = 'held'): TimelineEvent =>
  event({ kind: 'summit', id, title, date: when, org: [org], state: [state], status });

const chair = (org: string, state: string, when: string, status = 'ended'): TimelineEvent =>
  event({
    kind: 'chairmanship',
    id: `${org}-chair-${when.slice(0, 4)}-${state.toLowerCase()}`,
    title: `${NAMES.state[state]?.name ?? state} chairs the ${org.toUpperCase()}`,
    date: when,
    org: [org],
    state: [state],
    status,
  });

const proposal = (id: string, title: string, when: string, domain: string, more: Partial<Sketch> = {}): TimelineEvent =>
  event({
    kind: 'proposal',
    id,
    title,
    date: when,
    state: ['KAZ'],
    person: ['kassym-jomart-tokayev'],
    domain: [domain],
    status: 'proposed',
    links: [{ to: 'summit/ots-summit-2025-gabala', type: 'made-at' }],
    ...more,
  });

const OTS = [
  ['7', '2019-10-15', 'Baku', 'AZE'],
  ['8', '2021-11-12', 'Istanbul', 'TUR'],
  ['9', '2022-11-11', 'Samarkand', 'UZB'],
  ['10', '2023-11-03', 'Astana', 'KAZ'],
  ['11', '2024-11-06', 'Bishkek', 'KGZ'],
  ['12', '2025-10-07', 'Gabala', 'AZE'],
] as const;
const SCO = [
  ['2019-06-13/2019-06-14', 'Bishkek', 'KGZ'],
  ['2020-11-10', 'online', 'RUS'],
  ['2021-09-16/2021-09-17', 'Dushanbe', 'TJK'],
  ['2022-09-15/2022-09-16', 'Samarkand', 'UZB'],
  ['2024-07-03/2024-07-04', 'Astana', 'KAZ'],
  ['2025-08-31/2025-09-01', 'Tianjin', 'CHN'],
] as const;
const CSTO = [
  ['2019-11-28', 'Bishkek', 'KGZ'],
  ['2020-12-02', 'online', 'RUS'],
  ['2021-09-16', 'Dushanbe', 'TJK'],
  ['2022-11-23', 'Yerevan', 'ARM'],
  ['2023-11-23', 'Minsk', 'BLR'],
  ['2024-11-28', 'Astana', 'KAZ'],
  ['2025-11-27', 'Bishkek', 'KGZ'],
] as const;

/** About seventy records as a curator might keep them, with every kind of date and a few mistakes. */
export function realisticEvents(): TimelineEvent[] {
  return [
    ...OTS.map(([n, when, city, state]) =>
      summit(`ots-summit-${when.slice(0, 4)}-${city.toLowerCase()}`, `${n}th OTS summit, ${city}`, when, 'ots', state),
    ),
    summit('ots-informal-summit-2026', 'Informal OTS summit in Kazakhstan', '2026', 'ots', 'KAZ', 'planned'),
    summit('ots-summit-2026', '13th OTS summit, Türkiye', '2026-36', 'ots', 'TUR', 'planned'),
    summit(
      'ots-security-secretaries-2025-bishkek',
      'Security Council Secretaries of the OTS',
      '2025-09-12',
      'ots',
      'KGZ',
    ),
    summit('ots-extraordinary-2023-ankara', 'Extraordinary OTS summit, Ankara', '2023-03-16', 'ots', 'TUR'),
    ...SCO.map(([when, city, state]) =>
      summit(`sco-summit-${when.slice(0, 4)}`, `SCO summit, ${city}`, when, 'sco', state),
    ),
    summit('sco-summit-2026', 'SCO summit, Bishkek', '2026-41?', 'sco', 'KGZ', 'planned'),
    summit('sco-sports-games', 'SCO games', '2020-07', 'sco', 'RUS', 'cancelled'),
    summit('sco-summit-2020-spb', 'SCO summit, Saint Petersburg', '2020-07-22', 'sco', 'RUS', 'postponed'),
    ...CSTO.map(([when, city, state]) =>
      summit(
        `csto-csc-${when.slice(0, 4)}`,
        `Collective Security Council, ${city}`,
        when,
        'csto',
        state,
        when > TODAY ? 'confirmed' : 'held',
      ),
    ),
    summit('csto-summit-2026', 'Collective Security Council, Moscow', '2026-11-11', 'csto', 'RUS', 'planned'),
    summit('csto-cybersecurity-conference-2025', 'First CSTO conference on cybersecurity', '2025-06-19', 'csto', 'KGZ'),
    event({
      kind: 'proposal',
      id: 'kgz-csto-conference',
      facet: 'target',
      title: 'Target: conference on cybersecurity',
      date: '2025',
      org: ['csto'],
      state: ['KGZ'],
      person: ['sadyr-japarov'],
      domain: ['cybersecurity'],
      status: 'implemented',
    }),
    event({
      kind: 'proposal',
      id: 'kgz-csto-peacekeeping',
      title: 'Reinforce the peacekeeping capacity of the CSTO',
      date: '2025-01-01',
      org: ['csto'],
      state: ['KGZ'],
      person: ['sadyr-japarov'],
      status: 'in-implementation',
    }),
    event({
      kind: 'proposal',
      id: 'kgz-csto-youth',
      title: 'Counter destructive ideas among the youth',
      date: '2025-01-01',
      org: ['csto'],
      state: ['KGZ'],
      person: ['sadyr-japarov'],
      status: 'announced',
    }),
    chair('ots', 'AZE', '2019-10-15/2021-11-12'),
    chair('ots', 'TUR', '2021-11-12/2022-11-11'),
    chair('ots', 'UZB', '2022-11-11/2023-11-03'),
    chair('ots', 'KAZ', '2023-11-03/2024-11-06'),
    chair('ots', 'KGZ', '2024-11-06/2025-10-07'),
    chair('ots', 'AZE', '2025-10-07/..', 'current'),
    chair('csto', 'KGZ', '2018-11-08/2019-11-28'),
    chair('csto', 'RUS', '2019-11-28/2020-12-31'),
    chair('csto', 'TJK', '2021-01-01/2021-09-16'),
    chair('csto', 'BLR', '2022-11-23/2023-12-31'),
    chair('csto', 'KAZ', '2024-01-01/2024-12-31'),
    chair('csto', 'KGZ', '2025-01-01/2025-12-31', 'current'),
    chair('csto', 'RUS', '2026-01-01/2026-12-31?', 'announced'),
    chair('sco', 'CHN', '2024-07-04/2025-09-01~'),
    chair('sco', 'KGZ', '2025-09-01/..', 'current'),
    chair('tcci', 'KAZ', '2026', 'announced'),
    proposal(
      'kaz-ots-cybersecurity-council-2025',
      'Cybersecurity Council within the OTS',
      '2025-10-07',
      'cybersecurity',
    ),
    proposal(
      'kaz-ots-digital-innovation-center',
      'Turkic States Digital Innovation Center',
      '2025-10-07',
      'artificial-intelligence',
      { status: 'agreed' },
    ),
    proposal('kaz-ots-industrial-programme', 'Industrial Cooperation Program', '2025-10-07', 'energy'),
    proposal('kaz-ots-monitoring-center', 'Digital Monitoring Center for logistics', '2025-10-07', 'energy'),
    proposal('kaz-ots-energy-council', 'Council on Best Practices in Energy Efficiency', '2025-10-07', 'energy', {
      status: 'under-consideration',
    }),
    proposal('kaz-ots-water-programme', 'Joint Program on Water Resources', '2025-10-07', 'water', {
      problems: [{ severity: 'error', message: '“mad_at” is not a field of a proposal; did you mean “made_at”?' }],
    }),
    proposal('kaz-ots-creative-forum', 'Creative Economy Forum in Almaty', '2026', 'energy', {
      facet: 'target',
      status: 'announced',
    }),
    proposal('kaz-ots-research-club', 'Turkic World Research Club', '2025-10-07', 'energy'),
    proposal('kaz-ots-plus', 'OTS+ format', '2025-10-07', 'energy', { status: 'adopted' }),
    proposal(
      'kaz-ots-theme-ai',
      'Artificial Intelligence and Digital Development',
      '2026~',
      'artificial-intelligence',
      { facet: 'target' },
    ),
    proposal('kaz-alem-ai', 'Alem.AI centre opens in Astana', '2025-10~', 'artificial-intelligence', {
      status: 'implemented',
    }),
    proposal('ots-flag', 'A common flag of the OTS', '2023-06?', 'energy', { status: 'implemented' }),
    proposal('ots-bank', 'A Turkic investment bank', '2021-41', 'energy', {
      status: 'merged',
      problems: [{ severity: 'warning', message: 'No source is cited.' }],
    }),
    proposal('ots-visa', 'A visa-free area', '2022-11-11?', 'energy', { status: 'rejected' }),
    proposal('ots-corridor', 'Simplified customs corridor', '2022-11-11~', 'energy', { status: 'in-implementation' }),
    event({
      kind: 'document',
      id: 'ots-strategy',
      title: 'OTS Strategy for 2022–2026',
      date: '2022/2026',
      status: 'adopted',
    }),
    event({
      kind: 'document',
      id: 'turkic-vision-2040',
      title: 'Vision of the Turkic World – 2040',
      date: '2021-11-12/2040',
      status: 'adopted',
    }),
    event({
      kind: 'document',
      id: 'gabala-declaration-2025',
      title: 'Gabala Declaration',
      date: '2025-10-07',
      status: 'adopted',
    }),
    event({
      kind: 'document',
      id: 'bishkek-declaration-2024',
      title: 'Bishkek Declaration',
      date: '2024-11-06',
      status: 'adopted',
    }),
    event({
      kind: 'document',
      id: 'csto-infosec',
      title: 'Agreement on information security',
      date: '2019-04-26~/..',
      org: ['csto'],
      status: 'adopted',
    }),
    event({
      kind: 'document',
      id: 'csto-strategy',
      title: 'Collective Security Strategy until 2025',
      date: '../2025-12-31',
      org: ['csto'],
      status: 'adopted',
    }),
    event({
      kind: 'document',
      id: 'sco-counter-extremism',
      title: 'Convention on countering extremism',
      date: '2023-03/2027-06%',
      org: ['sco'],
      domain: ['cybersecurity'],
      status: 'adopted',
    }),
    event({
      kind: 'summit',
      id: 'cica-summit-2022',
      title: 'Sixth CICA summit, Astana',
      date: '2022-10-12/2022-10-13',
      org: ['cica'],
      state: ['KAZ'],
      status: 'held',
    }),
    event({
      kind: 'proposal',
      id: 'cica-transformation',
      title: 'Transformation of CICA into an organization',
      date: '2022-10-13/..',
      org: ['cica'],
      state: ['KAZ'],
      status: 'in-implementation',
    }),
    event({
      kind: 'summit',
      id: 'cica-summit-2026',
      title: 'Seventh CICA summit, Azerbaijan',
      date: '2026-11~',
      org: ['cica'],
      state: ['AZE'],
      status: 'planned',
    }),
    event({
      kind: 'document',
      id: 'nowhere',
      title: 'A statement that names no organization',
      date: '2024-05-20',
      org: [],
      status: 'adopted',
    }),
  ];
}

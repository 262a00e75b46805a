/** Stories of cities: in which state they lie, by whose word, and what capitals were called when. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { cityInTwoStates } from '../../server/rules/city-in-two-states.ts';
import { lineEnds, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf, tell } from './support.ts';

const RULE = 'city-in-two-states';

const meeting = (place: string, date = '2025-05-14', id = 'story') =>
  `kind: summit\nid: ${id}\nname: A meeting\norganization: ots\nstatus: held\ndate: ${date}\n${place}\n`;
const at = (city: string, state: string, id: string) => ({
  [`${id}.yaml`]: meeting(`place: { city: ${city}, state: ${state} }`, undefined, id),
});

function textsAt(text: string, others = {}): string[] {
  return problemsOf(RULE, text, others).map(({ span, document }) => document.yaml.text.slice(span.start, span.end));
}

describe.each(lineEnds)('a city in a wrong state, with %s', (_, convert) => {
  it('is told by the record of the state that has it', () => {
    const text = convert(meeting('place:\n  city: Almaty\n  state: KGZ # ?'));
    const [problem, ...rest] = problemsOf(RULE, text);
    expect(rest).toEqual([]);
    expect(problem!.message).toBe('Almaty lies in Kazakhstan, not in Kyrgyzstan: change the state, or the city.');
    expect(textsAt(text)).toEqual(['KGZ']);
    expect(problem!.related).toEqual([
      { kind: 'state', id: 'KAZ', path: ['capitals', 0, 'name'], message: 'Here it lies in Kazakhstan' },
    ]);
  });

  it('gets the state that has it', () => {
    tell(
      RULE,
      {
        before: meeting('place:\n  city: Almaty # the forum\n  state: "KGZ" # ?'),
        fix: 'Change to `KAZ`',
        after: meeting('place:\n  city: Almaty # the forum\n  state: "KAZ" # ?'),
      },
      convert,
    );
  });

  it('gets the name of the day', () => {
    tell(
      RULE,
      {
        before: meeting("place: { state: KAZ, city: 'Nur-Sultan' } # so TASS", '2015-09-11'),
        fix: 'Change to `Astana`',
        after: meeting("place: { state: KAZ, city: 'Astana' } # so TASS", '2015-09-11'),
      },
      convert,
    );
  });
});

describe('the state of a city', () => {
  it('is asked of any record that gives one, in any spelling and script', () => {
    for (const city of ['Алматы', 'ALMATY', 'Alma-Ata', 'алматы']) {
      expect(textsAt(meeting(`place: { city: ${city}, state: KGZ }`)), city).toEqual(['KGZ']);
    }
    expect(textsAt(meeting('place: { city: Qabala, state: TUR }'))).toEqual(['TUR']);
    const source = 'kind: source\nid: story\npublisher: P\ndateline: { city: BISHKEK, state: KAZ }\n';
    expect(textsAt(source)).toEqual(['KAZ']);
    const seat = 'kind: organization\nid: story\nname: S\ntype: forum\nseat: { city: İstanbul, state: AZE }\n';
    expect(textsAt(seat)).toEqual(['AZE']);
    expect(textsAt(meeting('place: { city: Brussels, state: CHN }'))).toEqual(['CHN']);
  });

  it('is told once, however often the city is named', () => {
    expect(textsAt(meeting('place: { city: Almaty, name_at_the_time: Alma-Ata, state: KGZ }'))).toEqual(['KGZ']);
  });

  it('may be either where the records of two states have a city of that name', () => {
    for (const state of ['CYP', 'XNC'])
      expect(textsAt(meeting(`place: { city: Nicosia, state: ${state} }`))).toEqual([]);
    expect(textsAt(meeting('place: { city: Nicosia, state: TUR }'))).toEqual(['TUR']);
    const [problem] = problemsOf(RULE, meeting('place: { city: Nicosia, state: TUR }'));
    expect(problem!.message).toBe(
      'Nicosia lies in Cyprus and in Northern Cyprus, not in Türkiye: change the state, or the city.',
    );
    expect(problem!.fixes().map(({ title }) => title)).toEqual(['Change to `CYP`', 'Change to `XNC`']);
  });

  it('is that of a namesake once the dataset’s own record of the state lists it', () => {
    const tripoli = meeting('place: { city: Tripoli, state: LBN }');
    expect(textsAt(tripoli)).toEqual(['LBN']);
    const lebanon = 'kind: state\nid: LBN\nname: Lebanon\ncities: [{ name: Tripoli, aliases: [Trablus] }]\n';
    expect(textsAt(tripoli, { 'LBN.yaml': lebanon })).toEqual([]);
    expect(textsAt(`${tripoli}exceptions: [{ rule: ${RULE}, reason: The northern one }]\n`)).toEqual([]);
  });

  it('follows the dataset’s own record of a state before the registry’s', () => {
    const own = { 'KAZ.yaml': 'kind: state\nid: KAZ\nname: Kazakhstan\n' };
    expect(textsAt(meeting('place: { city: Almaty, state: KGZ }'), own)).toEqual([]);
    const states = {
      'XAA.yaml': 'kind: state\nid: XAA\nname: Alphaland\ncities: [{ name: Alphaville }]\n',
      'XBB.yaml': 'kind: state\nid: XBB\nname: Betaland\n',
    };
    expect(messagesOf(RULE, meeting('place: { city: Alphaville, state: XBB }'), states)).toEqual([
      'Alphaville lies in Alphaland, not in Betaland: change the state, or the city.',
    ]);
  });
});

describe('a city that no state’s record lists', () => {
  it('is told on both sides where one says this and one says that', () => {
    const text = meeting('place: { city: Shamakhi, state: AZE }');
    const [problem] = problemsOf(RULE, text, at('Şamaxı', 'KAZ', 'other'));
    expect(problem).toBeUndefined();
    const [told] = problemsOf(RULE, text, at('SHAMAKHI', 'KAZ', 'other'));
    expect(told!.message).toBe(
      'Shamakhi lies in Azerbaijan here, and elsewhere in Kazakhstan: one of the two is wrong.',
    );
    expect(told!.related).toEqual([
      { kind: 'summit', id: 'other', path: ['place', 'city'], message: 'Here it lies in Kazakhstan' },
    ]);
    expect(textsAt(meeting('place: { city: Shamakhi, state: KAZ }'), at('SHAMAKHI', 'AZE', 'other'))).toEqual(['KAZ']);
  });

  it('is told where fewer say it', () => {
    const most = { ...at('Shamakhi', 'AZE', 'one'), ...at('Shamakhi', 'AZE', 'two') };
    expect(textsAt(meeting('place: { city: Shamakhi, state: KAZ }'), most)).toEqual(['KAZ']);
    const few = { ...at('Shamakhi', 'AZE', 'one'), ...at('Shamakhi', 'KAZ', 'two') };
    expect(textsAt(meeting('place: { city: Shamakhi, state: AZE }'), few)).toEqual([]);
  });

  it('is no matter where all agree, or where a state is none', () => {
    expect(textsAt(meeting('place: { city: Shamakhi, state: AZE }'), at('Shamakhi', 'AZE', 'one'))).toEqual([]);
    expect(textsAt(meeting('place: { city: Shamakhi, state: AZE }'), at('Shamakhi', 'AZR', 'one'))).toEqual([]);
    expect(textsAt(meeting('place: { city: Shamakhi, state: Azerbaijan }'), at('Shamakhi', 'KAZ', 'one'))).toEqual([]);
  });

  it('has only those checked again who are affected when one more record names it', () => {
    let checks = 0;
    const rule = {
      ...cityInTwoStates,
      check: (...args: Parameters<typeof cityInTwoStates.check>) => {
        checks++;
        return cityInTwoStates.check(...args);
      },
    };
    const workspace = new Workspace({
      root: ROOT,
      registry: registry(),
      rules: [rule],
      settings: { rules: {}, today: parseEdtf('2025-10-31')! },
    });
    const apply = (id: string, state: string) =>
      workspace.apply([{ uri: `${ROOT}/${id}.yaml`, text: at('Shamakhi', state, id)[`${id}.yaml`]! }]);
    for (let i = 0; i < 2000; i++) apply(`m${i}`, 'AZE');
    workspace.check();
    expect(checks).toBe(2000);
    for (const state of ['KAZ', 'AZE', 'KAZ']) apply('m0', state);
    workspace.check();
    expect(checks).toBe(2001);
    expect(workspace.problemsOf(`${ROOT}/m0.yaml`)).toHaveLength(1);
    expect(workspace.problemsOf(`${ROOT}/m1.yaml`)).toEqual([]);
  });
});

describe('the name of a capital', () => {
  const named = (city: string, date: string, more = '') =>
    messagesOf(RULE, meeting(`place: { city: ${city}, state: KAZ${more} }`, date));

  it('is told with its time and the name of the day', () => {
    expect(named('Nur-Sultan', '2015-09-11')).toEqual([
      'The city had another name on 11 September 2015: `Astana`. It was called Nur-Sultan from March 2019 to September 2022.',
    ]);
    const [problem] = problemsOf(RULE, meeting('place: { city: Nursultan, state: KAZ }', '2015-09-11'));
    expect(problem).toBeUndefined();
    const [told] = problemsOf(RULE, meeting('place: { city: nur sultan, state: KAZ }', '2015-09-11'));
    expect(told!.related).toEqual([
      { kind: 'state', id: 'KAZ', path: ['capitals', 2], message: 'It was called Astana from 1998 to March 2019' },
    ]);
  });

  it('is wrong after it was given up', () => {
    expect(named('Nur-Sultan', '2023-05-01')).toHaveLength(1);
    expect(named('Akmola', '2005')).toHaveLength(1);
  });

  it('is fine in its time and near its ends', () => {
    for (const date of ['2020-01-01', '2019-03', '2019-03-23', '2022-09-30', '2019', '2018-12-01/2019-03-01']) {
      expect(named('Nur-Sultan', date), date).toEqual([]);
    }
    for (const date of ['2019-03', '2022-09', '2018/2020']) {
      expect(named('Astana', date, ', name_at_the_time: Astana'), date).toEqual([]);
    }
    for (const date of ['2015~', '2015?', '2010/2020', '../2020', '2016/2015', 'soon']) {
      expect(named('Nur-Sultan', date), date).toEqual([]);
    }
  });

  it('of today may stand for any day since it was first given', () => {
    expect(named('Astana', '2020-01-01')).toEqual([]);
    expect(named('Astana', '1999')).toEqual([]);
  });

  it('of the time must be of the time, and lets the city be called as it is called now', () => {
    expect(named('Astana', '2020-01-01', ', name_at_the_time: Nur-Sultan')).toEqual([]);
    expect(named('Nur-Sultan', '2015-09-11', ', name_at_the_time: Astana')).toEqual([]);
    expect(named('Astana', '2020-01-01', ', name_at_the_time: Astana')).toHaveLength(1);
    expect(named('Astana', '2015-09-11', ', name_at_the_time: Nur-Sultan')).toHaveLength(1);
  });

  it('is not missed for another city that was the capital then', () => {
    expect(named('Astana', '1995')).toEqual([]);
    expect(named('Akmola', '1995')).toEqual([]);
    expect(named('Almaty', '2025')).toEqual([]);
  });

  it('is found in the dataset’s own states', () => {
    const own = {
      'XAA.yaml':
        'kind: state\nid: XAA\nname: Alphaland\ncapitals: [{ name: Old Town, to: 2010 }, { name: New Town, from: 2010 }]\ncities: [{ name: New Town, aliases: [Old Town] }]\n',
    };
    const text = (date: string) => meeting('place: { city: New Town, state: XAA }', date);
    expect(textsAt(text('2005-01-01'), own)).toEqual(['New Town']);
    expect(textsAt(text('2015-01-01'), own)).toEqual([]);
    expect(textsAt(text('2010'), own)).toEqual([]);
  });

  it('that came back is told with each of its times', () => {
    const own = {
      'XAA.yaml':
        'kind: state\nid: XAA\nname: Alphaland\ncapitals: [{ name: Old Town, to: 1990 }, { name: New Town, from: 1991, to: 1999 }, { name: Old Town, from: 2000, to: 2010 }, { name: New Town, from: 2011 }]\ncities: [{ name: New Town, aliases: [Old Town] }]\n',
    };
    expect(messagesOf(RULE, meeting('place: { city: Old Town, state: XAA }', '1995-01-01'), own)).toEqual([
      'The city had another name on 1 January 1995: `New Town`. It was called Old Town until 1990, and from 2000 to 2010.',
    ]);
  });

  it('in a dateline is as it was printed', () => {
    const source =
      'kind: source\nid: story\npublisher: P\npublished: 2023-01-01\ndateline: { city: Nur-Sultan, state: KAZ }\n';
    expect(textsAt(source)).toEqual([]);
  });
});

describe('a half-written place', () => {
  it('is left to other rules', () => {
    for (const place of [
      'place:',
      'place: Almaty',
      'place: [Almaty, KGZ]',
      'place: { city: Almaty }',
      'place: { city: , state: KGZ }',
      'place: { city: [Almaty], state: KGZ }',
      'place: { city: 7, state: KGZ }',
      'place: { city: Almaty, state: [KGZ] }',
      'place: { city: Almaty, state: "KGZ }',
      'place: { city: "—", state: KGZ }',
    ]) {
      expect(textsAt(meeting(place)), place).toEqual([]);
    }
    const states = [
      'capitals: [null, 7, { name: [x] }, { from: 2020 }]\n',
      'capitals: { name: Astana }\ncities: [[x]]\n',
    ];
    for (const fields of states) {
      const own = { 'KAZ.yaml': `kind: state\nid: KAZ\nname: Kazakhstan\n${fields}` };
      expect(textsAt(meeting('place: { city: Nur-Sultan, state: KAZ }', '2015-09-11'), own)).toEqual([]);
    }
  });
});

it('is told of a record without an id, too, once a state’s record comes that has the city', () => {
  const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules: [cityInTwoStates], settings });
  const said = () => workspace.problemsOf(`${ROOT}/draft.yaml`).map(({ message }) => message);
  const apply = (name: string, text: string) => {
    workspace.apply([{ uri: `${ROOT}/${name}.yaml`, text }]);
    workspace.check();
  };
  apply('draft', meeting('place: { city: Alphaville, state: KGZ }').replace('id: story\n', ''));
  expect(said()).toEqual([]);
  apply('XAA', 'kind: state\nid: XAA\nname: Alphaland\ncities: [{ name: Alphaville }]\n');
  expect(said()).toEqual(['Alphaville lies in Alphaland, not in Kyrgyzstan: change the state, or the city.']);
});

/** Names of properties: at every depth, in block and flow style and in lists, with the beginning of their values. */
import { describe, expect, test } from 'vitest';
import { ask, expectChoice, expectNothing } from './support.ts';

describe('a property in a block map', () => {
  test('on an empty line', () => {
    expectChoice('kind: summit\n$0', 'name', 'kind: summit\nname: ');
    expectChoice('kind: summit\n$0\nstatus: held\n', 'name', 'kind: summit\nname: \nstatus: held\n');
  });
  test('from its first letters', () => {
    expectChoice('kind: summit\norg$0\n', 'organization', 'kind: summit\norganization: \n');
  });
  test('in the middle of a word that has a colon: only the word is replaced', () => {
    expectChoice('kind: summit\nsta$0tuss: held\n', 'status', 'kind: summit\nstatus: held\n');
    expectChoice('kind: summit\n$0statuss: held # so\n', 'status', 'kind: summit\nstatus: held # so\n');
    expectChoice(
      'kind: summit\nparticipants:\n  - sta$0: KAZ\n',
      'state',
      'kind: summit\nparticipants:\n  - state: KAZ\n',
    );
  });
  test('in the middle of a word with a text behind it: the text stays', () => {
    expectChoice('kind: summit\nsta$0t held\n', 'status', 'kind: summit\nstatus: held\n');
  });
  test('before a comment', () => {
    expectChoice('kind: summit\nsta$0 # to be checked\n', 'status', 'kind: summit\nstatus:  # to be checked\n');
  });
  test('above deeper lines keeps them as its value', () => {
    expectChoice('kind: summit\npla$0\n  city: Gabala\n', 'place', 'kind: summit\nplace:\n  city: Gabala\n');
  });
  test('above deeper words keeps them as its value', () => {
    expectChoice('kind: summit\nthe$0\n  two words\n', 'theme', 'kind: summit\ntheme:\n  two words\n');
  });
  test('in quotation marks', () => {
    expectChoice('kind: summit\n"sta$0": held\n', 'status', 'kind: summit\n"status": held\n');
    expectChoice(
      'kind: summit\nparticipants:\n  - { "sta$0": KAZ }\n',
      'state',
      'kind: summit\nparticipants:\n  - { "state": KAZ }\n',
    );
  });
  test('that is a map begins a nested block', () => {
    expectChoice('kind: summit\npl$0', 'place', 'kind: summit\nplace:\n  city: ');
    expectChoice('kind: proposal\naddr$0\n', 'addressed_to', 'kind: proposal\naddressed_to:\n  organization: \n');
    expectChoice('kind: proposal\n$0\n', 'result', 'kind: proposal\nresult:\n  organization: \n');
  });
  test('that is a list begins its first item', () => {
    expectChoice('kind: summit\n$0', 'topics', 'kind: summit\ntopics:\n  - ');
    expectChoice('kind: summit\n$0', 'participants', 'kind: summit\nparticipants:\n  - ');
  });
  test('that is a date or a map begins as a date', () => {
    expectChoice('kind: summit\n$0', 'date', 'kind: summit\ndate: ');
  });
  test('asks again where there is something to choose', () => {
    const { item } = ask('kind: summit\n$0');
    for (const label of ['host', 'status', 'date', 'topics', 'participants', 'organization']) {
      expect(item(label).retrigger, label).toBe(true);
    }
    for (const label of ['name', 'theme', 'place', 'note']) expect(item(label).retrigger, label).toBeUndefined();
    expect(ask('kind: summit\ncitations:\n  - $0').item('supports').retrigger).toBe(true);
    expect(ask('kind: summit\nexceptions:\n  - $0').item('rule').retrigger).toBe(true);
  });
});

describe('an empty line among deeper ones', () => {
  test.each([
    [
      'a map',
      'kind: summit\ndate:\n  value: 2009\n$0\n  basis: stated\nstatus: held\n',
      'text',
      'kind: summit\ndate:\n  value: 2009\n  text: \n  basis: stated\nstatus: held\n',
    ],
    [
      'a map with a key behind a question mark',
      'kind: summit\ndate:\n  value: |-\n    2009\n\n$0\n  ? basis # why\n  : stated\n',
      'text',
      'kind: summit\ndate:\n  value: |-\n    2009\n\n  text: \n  ? basis # why\n  : stated\n',
    ],
    [
      'a comment and a map',
      'kind: summit\ndate:\n  value: 2009\n$0\n# so\n  basis: stated\n',
      'text',
      'kind: summit\ndate:\n  value: 2009\n  text: \n# so\n  basis: stated\n',
    ],
    [
      'a list',
      'kind: summit\ntopics:\n  - energy\n$0\n  - water\n',
      'culture',
      'kind: summit\ntopics:\n  - energy\n  - culture\n  - water\n',
    ],
  ])('is one of theirs: %s', (_, before, label, after) => {
    expectChoice(before, label, after);
  });

  test('is no place for keys of the map around', () => {
    expectNothing('kind: chairmanship\ndecided:\n  date: 2008\n$0\n  summit: x\n');
  });
});

describe('the indentation of an empty line', () => {
  const deep = 'kind: organization\nid: x\nmembers:\n  - state: KAZ\n    from:\n      value: 2009\n';
  test.each([
    ['$0', 'type', 'type: '],
    ['  $0', 'state', '  - state: '],
    ['    $0', 'status', '    status: '],
    ['      $0', 'basis', '      basis: '],
  ])('decides the depth: %j', (line, label, added) => {
    expectChoice(`${deep}${line}`, label, `${deep}${added}`);
    expectChoice(`${deep}${line}\nnote: End\n`, label, `${deep}${added}\nnote: End\n`);
    expectChoice(`${deep}\n${line}   \n\nnote: End\n`, label, `${deep}\n${added}\n\nnote: End\n`);
  });
  test.each([[' $0'], ['   $0'], ['     $0']])('that fits nothing is mended: %j', (line) => {
    const { labels } = ask(`${deep}${line}\n`);
    expect(labels.length).toBeGreaterThan(0);
  });
  test('is mended to that of the map it lies in', () => {
    expectChoice(
      'kind: summit\nplace:\n  city: Gabala\n $0\n',
      'state',
      'kind: summit\nplace:\n  city: Gabala\n  state: \n',
    );
    expectChoice('kind: summit\nname: x\n   $0\n', 'status', 'kind: summit\nname: x\nstatus: \n');
    expectChoice('kind: summit\nplace:\n\t$0\n', 'city', 'kind: summit\nplace:\n  city: \n');
  });
  test('is left alone where it fits', () => {
    const asked = ask('kind: summit\nplace:\n  city: Gabala\n  st$0\n');
    expect(asked.item('state').span).toEqual({ start: asked.cursor - 2, end: asked.cursor });
  });
  test('below a key is that of the map to come', () => {
    expectChoice('kind: summit\nplace:\n    $0\nhost: AZE\n', 'city', 'kind: summit\nplace:\n    city: \nhost: AZE\n');
    expectChoice(
      'kind: summit\nplace:\n  $0\n  city: Gabala\n',
      'state',
      'kind: summit\nplace:\n  state: \n  city: Gabala\n',
    );
  });
});

describe('a property in a list', () => {
  test('of a fresh item', () => {
    expectChoice('kind: summit\nparticipants:\n  - $0\n', 'state', 'kind: summit\nparticipants:\n  - state: \n');
    expectChoice('kind: summit\nparticipants:\n  -$0\n', 'state', 'kind: summit\nparticipants:\n  - state: \n');
    expectChoice('kind: summit\nparticipants:\n- $0\n', 'state', 'kind: summit\nparticipants:\n- state: \n');
    expectChoice('kind: summit\nparticipants:\n  - per$0\n', 'person', 'kind: summit\nparticipants:\n  - person: \n');
  });
  test('of an item that goes on below', () => {
    const below = '    role: member\nstatus: held\n';
    expectChoice(
      `kind: summit\nparticipants:\n  -$0\n${below}`,
      'state',
      `kind: summit\nparticipants:\n  - state: \n${below}`,
    );
    expectChoice(
      `kind: summit\nparticipants:\n  - $0\n${below}`,
      'state',
      `kind: summit\nparticipants:\n  - state: \n${below}`,
    );
    expectChoice(
      `kind: summit\nparticipants:\n  - st$0\n${below}`,
      'state',
      `kind: summit\nparticipants:\n  - state: \n${below}`,
    );
    expect(ask(`kind: summit\nparticipants:\n  - $0\n${below}`).labels).not.toContain('role');
  });
  test('of one more item below an item of several lines', () => {
    const above = 'kind: summit\nparticipants:\n  - state: KAZ\n    role: member\n';
    expectChoice(`${above}  - $0\n`, 'state', `${above}  - state: \n`);
  });
  test('that is a map or a list of its own is nested below the item', () => {
    expectChoice(
      'kind: summit\ncitations:\n  - source: x\n    supp$0\n',
      'supports',
      'kind: summit\ncitations:\n  - source: x\n    supports:\n      - \n',
    );
  });
});

describe('a property in a list whose dashes stand below their key', () => {
  const text = 'kind: summit\nparticipants:\n- state: KAZ\n';
  test('belongs to the item where it is indented, to the record where it is not', () => {
    expectChoice(`${text}  $0\nhost: AZE\n`, 'role', `${text}  role: \nhost: AZE\n`);
    expectChoice(`${text}$0\nhost: AZE\n`, 'theme', `${text}theme: \nhost: AZE\n`);
  });
  test('may be one more item instead', () => {
    expectChoice(`${text}$0\nhost: AZE\n`, '-', `${text}- \nhost: AZE\n`);
  });
});

describe('a property in flow style', () => {
  test('of a map that is closed', () => {
    expectChoice('kind: summit\nplace: { $0 }\n', 'city', 'kind: summit\nplace: { city:  }\n');
    expectChoice('kind: summit\nplace: {$0}\n', 'city', 'kind: summit\nplace: {city: }\n');
    expectChoice(
      'kind: summit\nplace: { city: Gabala, $0 }\n',
      'state',
      'kind: summit\nplace: { city: Gabala, state:  }\n',
    );
    expectChoice(
      'kind: summit\nplace: { city: Gabala,$0 }\n',
      'state',
      'kind: summit\nplace: { city: Gabala, state:  }\n',
    );
    expectChoice('kind: summit\nplace: { ci$0tt: Gabala }\n', 'city', 'kind: summit\nplace: { city: Gabala }\n');
  });
  test('of a map that nothing closes', () => {
    expectChoice('kind: summit\nplace: {\n  $0\nhost: AZE\n', 'city', 'kind: summit\nplace: {\n  city: \nhost: AZE\n');
    const nested = 'kind: summit\nplace:\n  { city: Gabala,\n';
    expectChoice(`${nested}sta$0\n`, 'status', `${nested}status: \n`);
    expectChoice('kind: summit\nplace: { $0\nhost: AZE\n', 'city', 'kind: summit\nplace: { city: \nhost: AZE\n');
    expectChoice(
      'kind: summit\nplace: { city: Gabala, st$0\n',
      'state',
      'kind: summit\nplace: { city: Gabala, state: \n',
    );
    const above = 'kind: summit\nparticipants:\n  - { state: KAZ, role: member }\n';
    const below = '  - { state: UZB }\nhost: AZE\n';
    expectChoice(`${above}  - { state: KGZ, $0\n${below}`, 'role', `${above}  - { state: KGZ, role: \n${below}`);
  });
  test('of a map inside a list inside a map', () => {
    const before = 'kind: summit\ncitations: [{ source: x, supports: [date] }, { $0 }]\n';
    expectChoice(before, 'source', before.replace('$0', 'source: '));
  });
  test('of a map over several lines', () => {
    const text = (entry: string) => `kind: summit\nplace: {\n  city: Gabala,\n  ${entry}\n}\nhost: AZE\n`;
    expectChoice(text('$0'), 'state', text('state: '));
    expectChoice(text('st$0'), 'state', text('state: '));
  });
  test('in front of another entry takes the comma with it', () => {
    expectChoice(
      'kind: summit\nplace: { $0 city: Gabala }\n',
      'state',
      'kind: summit\nplace: { state: , city: Gabala }\n',
    );
    expectChoice(
      'kind: summit\nplace: { st$0 city: Gabala }\n',
      'state',
      'kind: summit\nplace: { state: , city: Gabala }\n',
    );
  });
  test('that is a map or a list has its brackets', () => {
    expectChoice('{ kind: summit, $0 }\n', 'place', '{ kind: summit, place: {  } }\n');
    expectChoice('{ kind: summit, $0\n', 'topics', '{ kind: summit, topics: []\n');
  });
});

describe('a map where its value is wanted', () => {
  test('goes to the next line, never behind its own key', () => {
    expectChoice('kind: summit\nplace: $0\nhost: AZE\n', 'state', 'kind: summit\nplace:\n  state: \nhost: AZE\n');
    expectChoice('kind: summit\nplace:$0\nhost: AZE\n', 'state', 'kind: summit\nplace:\n  state: \nhost: AZE\n');
    expectChoice('kind: summit\nplace: ci$0\n', 'city', 'kind: summit\nplace:\n  city: \n');
    expectChoice('kind: summit\nparticipants: $0\n', 'state', 'kind: summit\nparticipants:\n  - state: \n');
    expectChoice('kind: proposal\nparties:\n  - $0', 'state', 'kind: proposal\nparties:\n  - state: ');
  });
  test('takes braces in flow style', () => {
    expectChoice('{ kind: summit, place: $0 }\n', 'city', '{ kind: summit, place: { city:  } }\n');
    expectChoice('kind: summit\nparticipants: [$0]\n', 'state', 'kind: summit\nparticipants: [{ state:  }]\n');
  });
  test('is not begun anew where it is there already', () => {
    expectNothing('kind: summit\nplace: $0\n  city: Gabala\n');
    expectNothing('kind: summit\ntopics: $0\n- energy\n');
  });
});

describe('which properties', () => {
  test('the required ones come first, then the others in the order of the model', () => {
    const { labels, item } = ask('kind: summit\n$0');
    expect(labels.slice(0, 7)).toEqual(['id', 'name', 'organization', 'status', 'date', 'body', 'level']);
    expect(item('status').detail).toBe('required · choice');
    expect(item('status').documentation).toMatch(/^```yaml\nstatus \(required\): planned \| confirmed \| held/);
    expect(item('host').documentation).toBe(
      '```yaml\nhost: id of a state\n```\n\nThe state that hosts the meeting.\n\nExample: `AZE`',
    );
    expect(item('status').documentation).toContain('Whether the meeting is still to come or took place.');
    expect(item('name').documentation).toContain('12th Summit');
  });
  test('each says what it holds in a word or two', () => {
    const summit = ask('kind: summit\n$0');
    expect(summit.item('participants').detail).toBe('list of entries');
    expect(summit.item('topics').detail).toBe('list of choices');
    expect(summit.item('aliases').detail).toBe('list of texts');
    expect(summit.item('place').detail).toBe('map');
    expect(summit.item('ordinal').detail).toBe('number');
    expect(ask('kind: organization\n$0').item('rotation').detail).toBe('list of states');
    expect(ask('kind: summit\nquotes:\n  - $0').item('translated').detail).toBe('true or false');
  });
  test('none that is there already, above or below', () => {
    const { labels } = ask('kind: summit\nid: x\n$0\nstatus: held\nplace: { city: x }\n');
    for (const present of ['kind', 'id', 'status', 'place']) expect(labels).not.toContain(present);
    expect(ask('kind: summit\nplace: { city: x, $0 }').labels).toEqual(['state', 'venue', 'name_at_the_time']);
  });
  test('none that is there behind a question mark', () => {
    const { labels } = ask('kind: summit\n? status # so\n: held\n$0');
    expect(labels).toContain('host');
    expect(labels).not.toContain('status');
  });
  test('the one under the cursor is not counted', () => {
    expect(ask('kind: summit\nstat$0us: held\n').labels).toContain('status');
  });
  test('one of several alternatives is needed while there is none', () => {
    const alone = ask('kind: summit\nparticipants:\n  - $0');
    expect(alone.labels.slice(0, 3)).toEqual(['state', 'organization', 'person']);
    expect(alone.item('person').detail).toBe('one of state, organization, person is required · person');
    expect(ask('kind: summit\nparticipants:\n  - state: KAZ\n    $0').item('person').detail).toBe('person');
  });
  test('none that what is there excludes', () => {
    const { labels } = ask('kind: proposal\nmade_at: x\n$0');
    expect(labels).not.toContain('context');
    expect(ask('kind: proposal\ncontext: x\n$0').labels).not.toContain('made_at');
    expect(ask('kind: proposal\n$0').labels).toEqual(expect.arrayContaining(['context', 'made_at']));
    expect(ask('kind: proposal\nresult:\n  summit: x\n  $0').labels).toEqual([]);
    expect(ask('kind: summit\noutcomes:\n  - decision: x\n    $0').labels).toEqual([]);
  });
  test('none in a map that the model does not know', () => {
    expectNothing('kind: summit\nunknown:\n  $0\n');
    expectNothing('kind: summit\nname:\n  - x: 1\n    $0\n');
    expectNothing('kind: summit\nplac\n  city: x\n  $0');
  });
});

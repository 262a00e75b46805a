/** Dates: of today, of the records referred to, and one of each form. */
import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../server/dataset/dates/edtf.ts';
import { ask, expectChoice, expectShown } from './support.ts';

describe('a date', () => {
  test('of the meeting that the record refers to comes first', () => {
    const { labels, item } = ask('kind: proposal\nmade_at: ots-summit-2025-gabala\ndate: $0\n');
    expect(labels.slice(0, 2)).toEqual(['2025-10-07', '2025-10-31']);
    expect(item('2025-10-07').detail).toBe('12th Summit of the Council of Heads of State of the OTS: date');
    expect(item('2025-10-07').documentation).toBe('7 October 2025');
    expect(item('2025-10-31').detail).toBe('today');
  });
  test('of a long form is its value, not what the source states', () => {
    const { labels } = ask('kind: chairmanship\ndecided:\n  summit: csto-csc-2024-astana\n  date: $0\n');
    expect(labels).toContain('2024-11-28');
    expect(labels).not.toContain('2024-11-24');
  });
  test('of the record itself is offered in its other dates', () => {
    const { labels, item } = ask('kind: proposal\ndate: 2019-10-15\nhistory:\n  - date: $0\n');
    expect(labels).toContain('2019-10-15');
    expect(item('2019-10-15').detail).toBe('this record: date');
    expect(ask('kind: proposal\ndate: 2019$0-10-15\n').items.map(({ detail }) => detail)).not.toContain(
      'this record: date',
    );
  });
  test('is found by the name of its record', () => {
    const asked = ask('kind: proposal\nmade_at: ots-summit-2025-gabala\ndate: 12th$0\n');
    expectShown(asked, '2025-10-07');
  });
  test('has every form, all of them dates', () => {
    const { items } = ask('kind: summit\ndate: $0\n');
    const dates = items.filter(({ kind }) => kind === 'date');
    for (const { label } of dates) expect(parseEdtf(label), label).toBeDefined();
    expect(dates.map(({ label }) => label)).toEqual([
      '2025-10-31',
      '2025-10',
      '2025',
      '2025-40',
      '2025-41',
      '2025-33',
      '2025-10-31/2025-11-01',
      '2025-10-31/..',
      '../2025-10-31',
      '2025-10~',
      '2025-10-31?',
    ]);
    expect(dates.find(({ label }) => label === '2025-41')?.documentation).toContain('second half of 2025');
  });
  test('follows the year that is typed', () => {
    const asked = ask('kind: summit\ndate: 2017$0\n');
    expect(asked.labels).toContain('2017-41');
    expect(asked.incomplete).toBe(true);
    expectChoice('kind: summit\ndate: 2017-4$0 # so\n', '2017-41', 'kind: summit\ndate: 2017-41 # so\n');
  });
  test('goes wherever the cursor is', () => {
    expectChoice('kind: summit\ndate:$0\n', '2025-10', 'kind: summit\ndate: 2025-10\n');
    expectChoice('kind: summit\ndate: "20$0"\n', '2025', 'kind: summit\ndate: "2025"\n');
    expectChoice(
      'kind: summit\ndate: { value: $0, text: x }\n',
      '2025-10',
      'kind: summit\ndate: { value: 2025-10, text: x }\n',
    );
    expectChoice('{ kind: summit, date: $0\n', '../2025-10-31', '{ kind: summit, date: ../2025-10-31\n');
    expectChoice(
      'kind: summit\ndate:\n  value: 2025-1$0\n',
      '2025-10-31/..',
      'kind: summit\ndate:\n  value: 2025-10-31/..\n',
    );
  });
  test('may be written as a map', () => {
    expectChoice(
      'kind: summit\ndate: $0\n',
      '{ value: …, text: … }',
      'kind: summit\ndate: { value: 2025-10-31, text:  }\n',
    );
    expectChoice('kind: summit\ndate:\n  $0\n', 'basis', 'kind: summit\ndate:\n  basis: \n');
    expectChoice(
      'kind: summit\ndate: { value: 2025, $0 }\n',
      'basis',
      'kind: summit\ndate: { value: 2025, basis:  }\n',
    );
  });
  test('with a time of day where the model welcomes one', () => {
    const { labels } = ask('kind: source\npublished: $0\n');
    expect(labels).toContain('2025-10-07T15:12+04:00');
    expect(ask('kind: summit\ndate: $0\n').labels.some((label) => label.includes('T'))).toBe(false);
  });
});

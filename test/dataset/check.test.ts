/** One check of one document: what rules hear of each other, what a problem depends on, how long a message may be. */
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../server/dataset/document.ts';
import type { Finding } from '../../server/dataset/problem.ts';
import type { Reader, RecordView } from '../../server/dataset/reader.ts';
import type { Results, Rule } from '../../server/dataset/rule.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const PERSON = 'kind: person\nid: a\nname: A\n';

/** A rule that says something of the person `a`, or nothing where `say` does not. */
function saying(
  name: string,
  say: (document: SourceDocument, reader: Reader, results: Results) => Partial<Finding> | undefined,
  last = false,
): Rule {
  return {
    name,
    severity: 'hint',
    title: '',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    last,
    *check(document, reader, results) {
      const said = document.record?.id === 'a' ? say(document, reader, results) : undefined;
      if (said) yield { span: document.headSpan, message: name, ...said };
    },
  };
}

function problemsOf(given: readonly Rule[], text = PERSON, others: Readonly<Record<string, string>> = {}) {
  return makeWorkspace({ ...others, 'a.yaml': text }, given).problemsOf(`${ROOT}/a.yaml`);
}

describe('a rule about the others', () => {
  const names = ['speaking', 'mute', 'off', 'nobody'];
  const told = (text?: string) => {
    let heard: unknown;
    const listening = saying(
      'listening',
      (_, __, results) => {
        heard = names.map((name) => results.get(name));
        return undefined;
      },
      true,
    );
    const others = [saying('speaking', () => ({})), saying('mute', () => undefined), saying('off', () => ({}))];
    problemsOf([listening, ...others], text, { 'initiatives.yaml': 'rules: { off: "off" }\n' });
    return heard;
  };

  it('hears which of them have found something, and which have not run', () => {
    expect(told()).toEqual([true, false, undefined, undefined]);
  });

  it('hears of what the record silences, too', () => {
    expect(told(`${PERSON}exceptions: [{ rule: speaking, reason: so }, { rule: mute, reason: so }]\n`)).toEqual([
      true,
      false,
      undefined,
      undefined,
    ]);
  });
});

describe('a problem', () => {
  it.each<[asks: string, ask: (reader: Reader) => unknown]>([
    ['for an id', (reader) => reader.find('person', 'b')],
    ['where a reference leads', (reader) => reader.resolve({ kind: 'person', id: 'b', path: [] })],
    ['for a name', (reader) => reader.named('person', 'B')],
    ['for the day', (reader) => reader.today],
  ])('depends on others where its rule asks %s, though another rule has asked before', (_, ask) => {
    const asking = (name: string) => saying(name, (__, reader) => ({ message: String(ask(reader)) }));
    const found = problemsOf([asking('first'), asking('second'), saying('third', () => ({}))]);
    expect(found.map(({ rule, local }) => [rule, local])).toEqual([
      ['first', false],
      ['second', false],
      ['third', true],
    ]);
  });

  it('depends on others where its rule asks which references lead astray', () => {
    const text = 'kind: summit\nid: a\nhost: nobody\n';
    const asking = (name: string) =>
      saying(name, ({ record }, reader) => ({ message: `${reader.astray(record).length}` }));
    const found = problemsOf([asking('first'), asking('second')], text);
    expect(found.map(({ message, local }) => [message, local])).toEqual([
      ['1', false],
      ['1', false],
    ]);
  });

  it('depends on others where its rule reads of a record that another has found', () => {
    let view: RecordView | undefined;
    const finding = saying('finding', (_, reader) => {
      view = reader.find('person', 'b');
      return { message: `${view?.get('name')}` };
    });
    const reading = saying('reading', () => ({ message: `${view?.get('name')}` }));
    const found = problemsOf([finding, reading], PERSON, { 'b.yaml': 'kind: person\nid: b\nname: B\n' });
    expect(found.map(({ message, local }) => [message, local])).toEqual([
      ['B', false],
      ['B', false],
    ]);
  });

  it('has messages of bounded length, those of related places too', () => {
    const message = 'x'.repeat(5000);
    const related = [{ kind: 'person', id: 'b', path: [], message }];
    const [problem] = problemsOf([saying('long', () => ({ message, related }))]);
    expect(problem!.message).toHaveLength(1001);
    expect(problem!.related).toEqual([{ kind: 'person', id: 'b', path: [], message: problem!.message }]);
  });
});

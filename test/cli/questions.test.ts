/** The questions that `new` asks at a terminal, answered key by key as they come. */
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { askFields, askKind, type Conversation } from '../../server/cli/drafting/questions.ts';
import { Dataset } from '../../server/dataset/dataset.ts';
import { registry } from '../../server/dataset/registry.ts';

const [DOWN, ENTER, INTERRUPT, SPACE] = ['\u001b[B', '\r', '\u0003', ' '];

/** Keys that are typed once a text has been shown. */
type Answer = readonly [shown: string, ...keys: string[]];

/** Somebody who types each answer as soon as they see what it is an answer to. */
function person(...answers: readonly Answer[]): Conversation {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const waiting = [...answers];
  let seen = '';
  output.on('data', (chunk) => {
    seen += stripVTControlCharacters(String(chunk));
    const [next] = waiting;
    if (!next || !seen.includes(next[0])) return;
    waiting.shift();
    seen = '';
    const keys = next.slice(1);
    const type = () => {
      const key = keys.shift();
      if (key === undefined) return;
      input.write(key);
      setImmediate(type);
    };
    setImmediate(type);
  });
  return { input, output };
}

const dataset = () => new Dataset(registry());

describe('at a terminal', () => {
  it('somebody chooses a kind', async () => {
    expect(await askKind(person(['What is it about?', DOWN, ENTER]))).toBe('document');
  });

  it('somebody answers what a summit needs, and finds records by any name', async () => {
    const answers = await askFields(
      'summit',
      dataset(),
      person(
        ['name:', 'A summit', ENTER],
        ['organization:', 'turkic council', ENTER],
        ['status:', DOWN, DOWN, ENTER],
        ['date:', '7 Oct', ENTER],
        ['Write it like', ...Array<string>(5).fill('\u007f'), '2025-10-07', ENTER],
      ),
    );
    expect(answers).toEqual([
      { path: 'name', text: 'A summit' },
      { path: 'organization', text: 'ots' },
      { path: 'status', text: 'held' },
      { path: 'date', text: '2025-10-07' },
    ]);
  });

  it('somebody leaves open what they do not know, and chooses several', async () => {
    const answers = await askFields(
      'proposal',
      dataset(),
      person(['title:', ENTER], ['type:', ENTER], ['domains:', SPACE, DOWN, SPACE, ENTER], ['status:', ENTER]),
    );
    expect(answers).toEqual([
      { path: 'type', text: 'establish-body' },
      { path: 'domains', text: 'cybersecurity,information-security' },
      { path: 'status', text: 'announced' },
    ]);
  });

  it('somebody leaves a record open, too', async () => {
    const answers = await askFields(
      'chairmanship',
      dataset(),
      person(['organization:', ENTER], ['state:', 'kazakhstan', ENTER], ['from:', ENTER]),
    );
    expect(answers).toEqual([{ path: 'state', text: 'KAZ' }]);
  });

  it('somebody is asked for an id only where no name makes one', async () => {
    const answers = await askFields('state', dataset(), person(['id:', 'XAA', ENTER], ['name:', 'A', ENTER]));
    expect(answers?.[0]).toEqual({ path: 'id', text: 'XAA' });
  });

  it('somebody calls it off', async () => {
    expect(await askKind(person(['What is it about?', INTERRUPT]))).toBeUndefined();
    expect(await askFields('person', dataset(), person(['name:', INTERRUPT]))).toBeUndefined();
  });
});

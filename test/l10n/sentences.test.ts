/** What people are told by way of settings, exports, answers and files: nothing of ours is left in English for them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../../l10n/language.ts';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { givenRecord } from '../../server/drafting/given.ts';
import { csv } from '../../server/exports/csv/csv.ts';
import { readSettings } from '../../server/settings.ts';
import { type FailureReason, failureMessage } from '../../server/sources/source.ts';
import { starterFiles } from '../../server/starter/files.ts';
import { exportDataset, write } from '../exports/support.ts';
import { makeWorkspace } from '../support/fixture.ts';
import { LANGUAGES, readTexts } from './languages.ts';

const TODAY = parseEdtf('2025-10-31')!;

/** English words of three letters and more that are neither code nor among those that the test itself has put there. */
function englishIn(text: string, own: RegExp = /^$/): string[] {
  return (
    text
      .replace(/`[^`]*`/g, '')
      .replace(own, '')
      .match(/[A-Za-z]{3,}/g) ?? []
  );
}

describe.each(LANGUAGES)('in %s', (language) => {
  beforeEach(() => speak(readTexts(`l10n/bundle.l10n.${language}.json`)));
  afterEach(() => speak(undefined));

  it('settings are found fault with', () => {
    const wrong = [
      { rules: { 'bad-dat': 'off', whatever: 'off', 'bad-date': 'fatal' }, today: '31.10.2025' },
      { rules: 'off', validate: { enable: 'yes' }, timeline: { lanes: 'city' } },
    ];
    const told = wrong.flatMap((section) => readSettings(section, TODAY, ['bad-date']).complaints);
    expect(told).toHaveLength(7);
    for (const sentence of told) expect(englishIn(sentence), sentence).toEqual([]);
  });

  it('exports tell what they leave out', async () => {
    const summit = 'kind: summit\nid: a\nname: [x]\nordinal: third\nhots: KAZ\nstatus: =SUM(1)\n';
    const { summary } = await write(csv, exportDataset({ 'a.yaml': summit }));
    expect(summary.leftOut).toHaveLength(3);
    for (const sentence of summary.leftOut) expect(englishIn(sentence, /a\.yaml/), sentence).toEqual([]);
  });

  it.each([
    ['nothing', 'x'],
    ['hots', 'KAZ'],
    ['name.more', 'x'],
    ['place', 'Gabala'],
    ['place', '{ a: b: c }'],
    ['host', 'Kazkstan No'],
    ['status', 'helt'],
    ['ordinal', 'third'],
    ['topics.9', 'water'],
    ['topics.9999', 'water'],
  ])('an answer %s=%s is refused', (path, text) => {
    const { dataset } = makeWorkspace({}, []);
    const refused = () => givenRecord('summit', [{ path, text }], dataset);
    expect(refused).toThrow(/[^\p{ASCII}]{3,}/u);
    expect(refused).not.toThrow(/\b(?:the|has|are|can|must|may|did|mean|use|say|map|value|what|there)\b/i);
  });

  it('files that cannot be read are told of', () => {
    const reasons: readonly FailureReason[] = [
      ...(['missing', 'dead-link', 'outside', 'denied', 'not-utf8', 'not-utf8-name', 'too-large'] as const),
      ...(['no-file', 'other'] as const),
    ];
    for (const reason of reasons) expect(englishIn(failureMessage('a', reason), /UTF/g), reason).toEqual([]);
  });

  it('a new dataset explains itself', () => {
    const files = starterFiles({ title: 'T', version: '1', ci: true });
    const remarks = [...files.values()]
      .join('\n')
      .match(/^# .*/gm)!
      .filter((line) => !/^# (?:rules| {2}|today)/.test(line));
    expect(remarks.length).toBeGreaterThan(6);
    const names = /YAML|ISO|alpha|GitHub|pre-commit install|error|warning|info|hint|off/g;
    for (const remark of remarks) expect(englishIn(remark, names), remark).toEqual([]);
  });
});

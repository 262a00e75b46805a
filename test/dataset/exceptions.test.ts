/** Which entries of a record's `exceptions` name a rule, and with what reason. */
import { expect, it } from 'vitest';
import { SourceDocument } from '../../server/dataset/document.ts';
import { type Exception, exceptionsOf } from '../../server/dataset/exceptions.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';

const PERSON = 'kind: person\nid: a\n';
const SAYS_SO: Exception = { index: 0, rule: 'bad-date', reason: 'The source says so.' };

it.each<[text: string, found: Exception[]]>([
  [`${PERSON}exceptions: [{ rule: bad-date, reason: The source says so. }]\n`, [SAYS_SO]],
  [
    `${PERSON}exceptions:\n  - rule: bad-date\n    reason: The source says so.\n  - { rule: uncited, reason: "" }\n`,
    [SAYS_SO, { index: 1, rule: 'uncited', reason: '' }],
  ],
  [`${PERSON}exceptions: [{ rule: bad-date }]\n`, [{ ...SAYS_SO, reason: undefined }]],
  [`${PERSON}exceptions: [{ rule: bad-date, reason: 5 }]\n`, [{ ...SAYS_SO, reason: undefined }]],
  [
    `${PERSON}exceptions: [null, bad-date, [bad-date], 5, { rule: 5 }, { reason: No. }, { rule: short-name }]\n`,
    [{ index: 6, rule: 'short-name', reason: undefined }],
  ],
  [`${PERSON}exceptions: [~]\n`, []],
  [`${PERSON}exceptions: [bad-date]\n`, []],
  [`${PERSON}exceptions: [{ rule: [bad-date], reason: No. }]\n`, []],
  [`${PERSON}exceptions: { rule: bad-date, reason: No. }\n`, []],
  [`${PERSON}exceptions: bad-date\n`, []],
  [PERSON, []],
  ['exceptions: [{ rule: bad-date, reason: No. }]\n', []],
])('of %j the exceptions are %j', (text, found) => {
  expect(exceptionsOf(new SourceDocument('file:///a.yaml', new YamlDocument(text), 0))).toEqual(found);
});

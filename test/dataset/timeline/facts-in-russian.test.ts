/** Facts on a card in Russian: what the model has words for is said in them, and what a person wrote stays as it is. */
import { afterEach, expect, it } from 'vitest';
import { speak } from '../../../l10n/language.ts';
import { timelineDetails } from '../../../server/dataset/timeline-details.ts';
import { readTexts } from '../../l10n/languages.ts';
import { makeWorkspace } from '../../support/fixture.ts';

afterEach(() => speak(undefined));

it('facts say how a date was arrived at', () => {
  speak(readTexts('l10n/bundle.l10n.ru.json'));
  const date = '{ value: 2025-10-06, basis: inferred, note: The day before. }';
  const text = `kind: summit\nid: gabala\nname: Gabala\ndate: 2025-10-07\nprevious_dates: [{ date: ${date} }]\n`;
  const workspace = makeWorkspace({ 'a.yaml': text }, []);
  const [document] = workspace.documentsOf('file:///dataset/a.yaml');
  expect(timelineDetails(document!, workspace.reader())!.facts).toEqual([
    { label: 'Прежние даты', text: '6 октября 2025 (предположено; The day before)' },
  ]);
});

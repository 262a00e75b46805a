/** Dates in words where a language gives them another ending after "since", "until", "from" and "about". */
import { afterEach, expect, it } from 'vitest';
import { speak } from '../../../l10n/language.ts';
import { inWords, parseEdtf } from '../../../server/dataset/dates/edtf.ts';
import { readTexts } from '../../l10n/languages.ts';

afterEach(() => speak(undefined));

it.each([
  ['2025-10-07', '7 октября 2025'],
  ['2025-10', 'октябрь 2025 (точнее неизвестно)'],
  ['2025-10~', 'около октября 2025 (точнее неизвестно)'],
  ['2025-10/..', 'с октября 2025'],
  ['2025-08/2025-10', 'с августа 2025 по октябрь 2025'],
  ['2025', '2025 год (точнее неизвестно)'],
  ['2025~', 'около 2025 года (точнее неизвестно)'],
  ['../2025', 'до 2025 года'],
  ['2024/2025', 'с 2024 года по 2025 год'],
  ['2017-33/2017-36', 'с I квартала 2017 года по IV квартал 2017 года'],
  ['../2017-41', 'до II полугодия 2017 года'],
  ['2025-21', 'весна 2025 года (точнее неизвестно)'],
  ['2025-21~/..', 'с около весны 2025 года'],
  ['2024-24/2025-21', 'с зимы 2024 года по весну 2025 года'],
  ['2024-23/2025-24', 'с осени 2024 года по зиму 2025 года'],
  ['2024-21/2024-22', 'с весны 2024 года по лето 2024 года'],
  ['2024-21/2024-23', 'с весны 2024 года по осень 2024 года'],
  // Written out, the second one would ask for another word before it.
  ['2017-34/..', 'с II квартала 2017 года'],
])('%s is %s in Russian', (text, words) => {
  speak(readTexts('l10n/bundle.l10n.ru.json'));
  expect(inWords(parseEdtf(text)!)).toBe(words);
});

it.each([
  ['33', 'I квартал', 'I квартала'],
  ['34', 'II квартал', 'II квартала'],
  ['35', 'III квартал', 'III квартала'],
  ['36', 'IV квартал', 'IV квартала'],
  ['40', 'I полугодие', 'I полугодия'],
  ['41', 'II полугодие', 'II полугодия'],
  ['21', 'весна', 'весны'],
  ['22', 'лето', 'лета'],
  ['23', 'осень', 'осени'],
  ['24', 'зима', 'зимы'],
])('part %s of a year is %s by itself, and %s after another word', (part, alone, after) => {
  speak(readTexts('l10n/bundle.l10n.ru.json'));
  expect(inWords(parseEdtf(`2017-${part}`)!)).toBe(`${alone} 2017 года (точнее неизвестно)`);
  expect(inWords(parseEdtf(`../2017-${part}`)!)).toBe(`до ${after} 2017 года`);
});

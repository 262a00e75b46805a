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
  ['2017-33/2017-36', 'с первого квартала 2017 года по четвёртый квартал 2017 года'],
  ['../2017-41', 'до второго полугодия 2017 года'],
  ['2025-21', 'весна 2025 года (точнее неизвестно)'],
  ['2025-21~/..', 'с около весны 2025 года'],
])('%s is %s in Russian', (text, words) => {
  speak(readTexts('l10n/bundle.l10n.ru.json'));
  expect(inWords(parseEdtf(text)!)).toBe(words);
});

it.each([
  ['33', 'первый квартал', 'первого квартала'],
  ['34', 'второй квартал', 'второго квартала'],
  ['35', 'третий квартал', 'третьего квартала'],
  ['36', 'четвёртый квартал', 'четвёртого квартала'],
  ['40', 'первое полугодие', 'первого полугодия'],
  ['41', 'второе полугодие', 'второго полугодия'],
  ['21', 'весна', 'весны'],
  ['22', 'лето', 'лета'],
  ['23', 'осень', 'осени'],
  ['24', 'зима', 'зимы'],
])('part %s of a year is %s by itself, and %s after another word', (part, alone, after) => {
  speak(readTexts('l10n/bundle.l10n.ru.json'));
  expect(inWords(parseEdtf(`2017-${part}`)!)).toBe(`${alone} 2017 года (точнее неизвестно)`);
  expect(inWords(parseEdtf(`../2017-${part}`)!)).toBe(`до ${after} 2017 года`);
});

/** Words for parts of a year in languages that sources are written in; months are a module of their own. */
import { fold } from '../names/names.ts';

/** In the order of their EDTF codes, `-21` to `-24`. */
export const SEASONS: readonly (readonly string[])[] = [
  ['spring', 'весна', 'весной', 'весны', 'ilkbahar', 'bahar'],
  ['summer', 'лето', 'летом', 'лета', 'yaz'],
  ['autumn', 'fall', 'осень', 'осенью', 'осени', 'sonbahar', 'güz'],
  ['winter', 'зима', 'зимой', 'зимы', 'kış'],
];
/** First to fourth. */
export const ORDINALS: readonly (readonly string[])[] = [
  [
    ...['1', '1st', 'first', 'i', '1-й', '1-я', 'первый', 'первая', 'первое', 'первом', 'первой', 'первую', 'первого'],
    ...['birinci', 'ilk', 'бірінші', 'биринчи'],
  ],
  [
    ...['2', '2nd', 'second', 'ii', '2-й', '2-я', 'второй', 'вторая', 'второе', 'втором', 'вторую', 'второго'],
    ...['ikinci', 'екінші', 'экинчи'],
  ],
  ['3', '3rd', 'third', 'iii', '3-й', 'третий', 'третьем', 'третьего', 'üçüncü', 'үшінші', 'үчүнчү'],
  ['4', '4th', 'fourth', 'iv', '4-й', 'четвёртый', 'четвёртом', 'четвёртого', 'dördüncü', 'төртінші', 'төртүнчү'],
];
export const QUARTERS = ['quarter', 'квартал', 'квартале', 'квартала', 'çeyrek', 'çeyreği', 'çeyreğinde', 'тоқсан'];
export const HALVES = [
  ...['half', 'semester', 'полугодие', 'полугодии', 'полугодия', 'половина', 'половине', 'половину', 'половины'],
  ...['yarı', 'yarısı', 'yarısında', 'жартысы', 'жартысында', 'жарымында'],
];

/** Which of the groups holds a word in any spelling; -1 where none does. */
export function indexIn(groups: readonly (readonly string[])[], word: string): number {
  return groups.findIndex((group) => isOneOf(group, word));
}

/** Whether a word is one of these in any spelling. */
export function isOneOf(words: readonly string[], word: string): boolean {
  return words.some((known) => fold(known) === fold(word));
}

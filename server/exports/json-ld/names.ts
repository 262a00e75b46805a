/** Names of records in their languages. */
import { labelProperty } from '../../dataset/record.ts';
import { list, map, text, unique } from '../../dataset/timeline/values.ts';
import type { YamlRecord } from '../../dataset/yaml/tree.ts';
import type { Thing, ThingValue } from './context.ts';

/** Tags that JSON-LD 1.1 takes for a language (section 9.5, by BCP 47). */
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

/** A record's name and its other names, those with a known language marked by it. */
export function namesOf(kind: string, value: YamlRecord, further: readonly (string | undefined)[] = []): Thing {
  const label = text(value[labelProperty(kind) ?? '']);
  const others: ThingValue[] = [];
  const told: string[] = label === undefined ? [] : [label];
  let own: ThingValue | undefined = label;
  for (const entry of list(value.names).map(map)) {
    const name = text(entry.text);
    if (name === undefined) continue;
    if (name === label) own = inLanguage(name, text(entry.lang));
    else others.push(inLanguage(name, text(entry.lang)));
    told.push(name);
  }
  const plain = [...further, ...list(value.aliases).map(text)].filter((name) => name !== undefined);
  return { name: own, alternateName: [...others, ...unique(plain).filter((name) => !told.includes(name))] };
}

/** A text in a language; as it is where that is not known. */
export function inLanguage(words: string, language: string | undefined): ThingValue {
  return language !== undefined && LANGUAGE.test(language) ? { '@value': words, '@language': language } : words;
}

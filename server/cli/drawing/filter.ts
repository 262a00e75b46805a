/** Options that choose what of a timeline is shown, by the ids of records and other values of its events. */
import { Option } from 'commander';
import { FACETS, type Facet, type Filter, valuesOf } from '../../../client/timeline/drawing/filter/filter.ts';
import type { TimelineModel } from '../../../client/timeline/drawing/model.ts';

/** What commander makes of the options. */
export type FilterOptions = { readonly [facet in Facet]?: readonly string[] } & { readonly search?: string };

const WHAT: Readonly<Record<Facet, string>> = {
  organization: 'only what is of this organization',
  state: 'only what a state has a part in',
  person: 'only what a person has a part in',
  domain: 'only what is about this',
  status: 'only what is as far as this',
  kind: 'only records of this kind',
};

/** An option for each facet, which may be given several times, and one for words. */
export function filterOptions(): Option[] {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  const facets = FACETS.map((facet) =>
    new Option(
      `--${facet} <${facet === 'status' || facet === 'kind' ? facet : 'id'}>`,
      `${WHAT[facet]}; may be repeated`,
    ).argParser(collect),
  );
  return [...facets, new Option('--search <words>', 'only what has these words in its names')];
}

/** The filter that options ask for. */
export function filterOf(options: FilterOptions): Filter {
  const facets = FACETS.flatMap((facet) => {
    const values = options[facet];
    return values ? [[facet, [...new Set(values)]] as const] : [];
  });
  return { text: options.search ?? '', facets: Object.fromEntries(facets), compare: [] };
}

/** A sentence for each value that no event has, with those there are. */
export function unknownValues({ facets }: Filter, { events }: TimelineModel): string[] {
  return FACETS.flatMap((facet) => {
    const wanted = facets[facet] ?? [];
    if (wanted.length === 0) return [];
    const known = new Set(events.flatMap((event) => valuesOf(event, facet)));
    const there = [...known].filter(Boolean).sort();
    const some =
      there.length > 12 ? `${there.slice(0, 12).join(', ')} and ${there.length - 12} others` : there.join(', ');
    const hint = there.length === 0 ? 'there is none' : `there are: ${some}`;
    return wanted.filter((value) => !known.has(value)).map((value) => `No event has the ${facet} ${value}; ${hint}.`);
  });
}

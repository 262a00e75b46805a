/** The Eurasia sample holds every fact of the five documents it is made from. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { vagueDateCount } from './facts/dates.ts';
import { type Fact, valuesAt } from './facts/fact.ts';
import { quotations } from './facts/quotes.ts';
import { relationCount } from './facts/relations.ts';
import { documents, knownOrganizations, proposedBodies, relations, totals, vagueDates } from './facts.ts';
import { holds } from './holds.ts';
import {
  sampleFiles as files,
  sampleRecords as records,
  registryRecords as registry,
  sampleRoot as root,
  type SampleRecord,
} from './records.ts';

for (const [title, facts] of Object.entries(documents)) describe(title, () => holds(facts));
describe('organizations of the registry', () => holds(knownOrganizations, registry));
describe('vague and relative dates', () => {
  holds(vagueDates);
  it(`are ${vagueDateCount}`, () => expect(numbers(vagueDates)).toEqual(upTo(vagueDateCount)));
});
describe('relations between the documents', () => {
  holds(relations);
  it(`are ${relationCount}`, () => expect(numbers(relations)).toEqual(upTo(relationCount)));
});

describe('quotations', () => {
  it('are eleven', () => expect(quotations).toHaveLength(11));

  for (const { source, speaker, text, records: owners } of quotations) {
    it(`"${text.slice(0, 60)}" (${source})`, () => {
      const found = [...records].filter(([, record]) => quotesOf(record).some((quote) => quote.text === text));
      expect(found.map(([name]) => name).sort(), 'the records that carry it, word for word').toEqual(
        [...owners].sort(),
      );
      for (const [, record] of found) {
        expect(quotesOf(record).find((quote) => quote.text === text)).toMatchObject({ source, speaker, lang: 'en' });
      }
    });
  }

  it('are all there is: nothing else is put in anybody’s mouth', () => {
    const known = new Set(quotations.map((quotation) => quotation.text));
    const others = [...records.values()].flatMap(quotesOf).filter((quote) => !known.has(quote.text));
    expect(others).toEqual([]);
  });
});

describe('the dataset', () => {
  it('has as many records of each kind as the documents give', () => {
    const count: Record<string, number> = {};
    for (const { kind } of records.values()) count[kind] = (count[kind] ?? 0) + 1;
    expect(count).toMatchObject(totals);
  });

  it('has no source that no record uses', () => {
    const used = new Set(
      [...records.values()].flatMap((record) => [
        ...valuesAt(record, 'citations[].source'),
        ...valuesAt(record, 'previous_dates[].source'),
      ]),
    );
    const unused = [...records.values()].filter(({ kind, id }) => kind === 'source' && !used.has(id));
    expect(unused.map(({ id }) => id)).toEqual([]);
  });

  it('keeps one record a file, under its id', () => {
    expect(files.map(([file]) => path.basename(file, '.yaml'))).toEqual(files.map(([, record]) => record.id));
  });

  it('takes no organization from the registry', () => {
    expect([...records.keys()].filter((name) => registry.has(name))).toEqual([]);
  });

  it('cites a source of its own in every record but the sources', () => {
    for (const [name, record] of records) {
      if (record.kind === 'source') continue;
      const cited = valuesAt(record, 'citations[].source');
      expect(cited.length, `${name} has no citation`).toBeGreaterThan(0);
      for (const source of cited) expect(records.has(`source/${source}`), `${name} cites ${source}`).toBe(true);
    }
  });

  it('cites sources for fields that the record has', () => {
    for (const [name, record] of records) {
      for (const field of valuesAt(record, 'citations[].supports[]')) {
        expect(valuesAt(record, String(field)), `${name} has no ${field}, which a citation supports`).not.toEqual([]);
      }
    }
  });

  it('has no record for a body that is only proposed', () => {
    for (const [name, record] of records) {
      if (record.kind !== 'organization') continue;
      for (const body of proposedBodies) expect(String(record.name), name).not.toMatch(body);
    }
  });

  it('is a dataset with a title, a licence and a day to be read on', () => {
    const [manifest] = parseAllDocuments(readFileSync(path.join(root, 'initiatives.yaml'), 'utf8'));
    expect(manifest?.toJS()).toMatchObject({ dataset: expect.any(String), license: 'CC-BY-4.0', today: '2025-10-31' });
  });
});

function quotesOf(record: SampleRecord): { text: string }[] {
  return valuesAt(record, 'quotes[]') as { text: string }[];
}

/** The numbers with which the rows begin, each once. */
function numbers(facts: readonly Fact[]): number[] {
  return [...new Set(facts.map((fact) => Number.parseInt(fact.says, 10)))];
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

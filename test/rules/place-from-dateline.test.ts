/** Stories of meetings and of the newsrooms in which they were reported. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { problemsOf } from './support.ts';

const RULE = 'place-from-dateline';

const meeting = (place: string, citations: string) =>
  `kind: summit\nid: story\nname: Gabala summit\norganization: ots\nstatus: held\ndate: 2025-10-07\nplace: ${place}\ncitations: ${citations}\n`;
const source = (id: string, dateline: string) => ({
  [`sources/${id}.yaml`]: `kind: source\nid: ${id}\npublisher: Example News\ndateline: ${dateline}\n`,
});
const SOURCES = {
  ...source('times', '{ city: Almaty, state: KAZ }'),
  ...source('agency', '{ city: Gabala, state: AZE }'),
};
const BOTH = '[{ source: times }, { source: agency, supports: [place] }]';

function textsAt(text: string, others: Readonly<Record<string, string>> = SOURCES): string[] {
  return problemsOf(RULE, text, others).map(({ span, document }) => document.yaml.text.slice(span.start, span.end));
}

describe.each(lineEnds)('Almaty for Gabala, with %s', (_, convert) => {
  it('is told, with both datelines', () => {
    const text = convert(meeting('\n  city: Almaty # so the Times\n  state: KAZ', BOTH));
    expect(textsAt(text)).toEqual(['Almaty']);
    const [problem] = problemsOf(RULE, text, SOURCES);
    expect(problem!.message).toBe(
      'Almaty is where a report was written (`times`). The source cited for the place (`agency`) has Gabala.',
    );
    expect(problem!.related).toEqual([
      { kind: 'source', id: 'times', path: ['dateline', 'city'], message: 'Where this was written: times' },
      { kind: 'source', id: 'agency', path: ['dateline', 'city'], message: 'Where this was written: agency' },
    ]);
  });
});

describe('the place of a meeting', () => {
  it('may be that of the source cited for it, under any of its names', () => {
    for (const city of ['Gabala', 'Qabala', 'Gəbələ', 'GABALA', 'Габала']) {
      expect(textsAt(meeting(`{ city: ${city}, state: AZE }`, BOTH)), city).toEqual([]);
    }
    const named = source('times', '{ city: Alma-Ata, state: KAZ }');
    expect(textsAt(meeting('{ city: Almaty }', BOTH), { ...SOURCES, ...named })).toEqual(['Almaty']);
    expect(textsAt(meeting('{ city: Almaty, state: KAZ }', BOTH), { ...SOURCES, ...named })).toEqual(['Almaty']);
  });

  it('may be a city from which nobody reported', () => {
    expect(textsAt(meeting('{ city: Baku, state: AZE }', BOTH))).toEqual([]);
  });

  it('is not doubted where no other source is cited for it by name', () => {
    for (const citations of [
      '[{ source: times }, { source: agency }]',
      '[{ source: times }, { source: agency, supports: [date, outcomes] }]',
      '[{ source: times }, { source: agency, supports: [place.state] }]',
      '[{ source: times, supports: [place] }]',
      '[{ source: times }]',
      '[{ source: agency, supports: [place] }]',
    ]) {
      expect(textsAt(meeting('{ city: Almaty, state: KAZ }', citations)), citations).toEqual([]);
    }
    const citations = '[{ source: times }, { source: agency, supports: [place.city] }]';
    expect(textsAt(meeting('{ city: Almaty, state: KAZ }', citations))).toEqual(['Almaty']);
  });

  it('is not doubted where the source with that dateline is cited for it, too', () => {
    const citations = '[{ source: times, supports: [place] }, { source: agency, supports: [place] }]';
    expect(textsAt(meeting('{ city: Almaty, state: KAZ }', citations))).toEqual([]);
    expect(textsAt(meeting('{ city: Gabala, state: AZE }', citations))).toEqual([]);
  });

  it('is what a quote says, wherever it was written', () => {
    const quoting = (quote: string) =>
      meeting(
        '{ city: Almaty, state: KAZ }',
        `[{ source: times }, { source: nowhere, supports: [place], quote: ${quote} }]`,
      );
    const others = { ...SOURCES, ...source('nowhere', '{ city: Astana, state: KAZ }') };
    expect(textsAt(quoting('the summit in Almaty'), others)).toEqual([]);
    expect(textsAt(quoting('from Astana they went on to Almaty'), others)).toEqual([]);
    expect(textsAt(quoting('the 12th summit'), others)).toEqual(['Almaty']);
    expect(textsAt(quoting('leaders met in Turkistan'), { ...others, ...source('nowhere', '{}') })).toEqual(['Almaty']);
    expect(textsAt(quoting('the 12th summit'), { ...others, ...source('nowhere', '{}') })).toEqual([]);
  });

  it('may be told by a quote with the name of a capital', () => {
    const others = { ...SOURCES, ...source('agency', '{ state: HUN }') };
    const quoting = BOTH.replace('[place]', '[place], quote: leaders met in Budapest');
    expect(textsAt(meeting('{ city: Almaty, state: KAZ }', quoting), others)).toEqual(['Almaty']);
    expect(textsAt(meeting('{ city: Almaty, state: KAZ }', quoting.replace('Budapest', 'Pest')), others)).toEqual([]);
  });

  it('may be told by its name at the time', () => {
    const nur = {
      ...source('agency', '{ city: NUR-SULTAN, state: KAZ }'),
      ...source('times', '{ city: Astana, state: KAZ }'),
    };
    expect(textsAt(meeting('{ city: Astana, state: KAZ }', BOTH), nur)).toEqual([]);
    const unlisted = {
      ...source('agency', '{ city: Oldtown, state: KAZ }'),
      ...source('times', '{ city: Newtown, state: KAZ }'),
    };
    expect(textsAt(meeting('{ city: Newtown, state: KAZ }', BOTH), unlisted)).toEqual(['Newtown']);
    expect(textsAt(meeting('{ city: Newtown, name_at_the_time: Oldtown, state: KAZ }', BOTH), unlisted)).toEqual([]);
    const third = { ...unlisted, ...source('agency', '{ city: Midtown, state: KAZ }') };
    expect(textsAt(meeting('{ city: Newtown, name_at_the_time: Oldtown, state: KAZ }', BOTH), third)).toEqual([
      'Newtown',
    ]);
  });

  it('is compared also where nobody knows in which state it is', () => {
    const others = { ...source('times', '{ city: NEWTOWN }'), ...source('agency', '{ city: Oldtown }') };
    expect(textsAt(meeting('{ city: Newtown }', BOTH), others)).toEqual(['Newtown']);
    expect(textsAt(meeting('{ city: Newtown, state: XQQ }', BOTH), others)).toEqual(['Newtown']);
  });

  it('of any organization is judged alike', () => {
    const others = {
      ...source('times', '{ city: Brussels, state: BEL }'),
      ...source('agency', '{ city: Kuala Lumpur, state: MYS }'),
    };
    const text = meeting('{ city: Brussels, state: BEL }', BOTH).replace('organization: ots', 'organization: asean');
    expect(textsAt(text, others)).toEqual(['Brussels']);
  });

  it('that is half-written, or has no source yet, is left to other rules', () => {
    for (const place of [
      '',
      'Almaty',
      '[Almaty]',
      '{ city: }',
      '{ city: [Almaty] }',
      '{ city: 7 }',
      '{ city: "Almaty }',
      '{ name_at_the_time: Almaty, state: KAZ }',
    ]) {
      expect(textsAt(meeting(place, BOTH)), place).toEqual([]);
    }
    for (const citations of [
      '',
      'times',
      '[times, agency]',
      '[{ source: [x] }, null, 7]',
      '[{ source: tims }, { source: agency, supports: place }]',
      '[{ source: tims }, { source: agency, supports: [place] }]',
      '[{ source: [times] }, { source: agency, supports: [place] }]',
    ]) {
      expect(textsAt(meeting('{ city: Almaty, state: KAZ }', citations)), citations).toEqual([]);
    }
    for (const dateline of ['', 'Gabala', '[Gabala]', '{ city: [Gabala] }', '{ text: GABALA }']) {
      const others = { ...SOURCES, ...source('agency', dateline) };
      expect(textsAt(meeting('{ city: Almaty, state: KAZ }', BOTH), others), dateline).toEqual([]);
    }
  });
});

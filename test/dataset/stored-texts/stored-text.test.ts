/** Whether words stand in a text, and which passage is most like them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoredText } from '../../../server/dataset/stored-texts/stored-text.ts';

const REPORT = new StoredText(
  'ALMATY – President Tokayev spoke in Gabala.\r\n\r\n“I propose establishing a Cybersecurity Council within the\r\nOrganization,” he said. “We must nurture the younger generation — in the spirit of brotherhood — and strengthen the cultural integration of our youth,” he added.\r\nThe region’s defences are weak. «Мы усилим миротворческий потенциал», – сказал он.\r\n',
);

describe('words of a text', () => {
  it.each([
    ['as they stand', 'I propose establishing a Cybersecurity Council'],
    ['over a line end', 'a Cybersecurity Council within the Organization'],
    ['with quotation marks and a comma', '“I propose establishing a Cybersecurity Council within the Organization,”'],
    ['with other quotation marks', '"We must nurture the younger generation'],
    ['with a stop', 'I propose establishing a Cybersecurity Council within the Organization.'],
    ['with a small letter first', 'we must nurture the younger generation'],
    ['with a capital first', 'He added.'],
    ['with another apostrophe', "The region's defences"],
    ['with hyphens for dashes', 'the younger generation - in the spirit of brotherhood - and strengthen'],
    ['with bare dashes', 'the younger generation—in the spirit of brotherhood—and strengthen'],
    ['with wide blanks', 'I\u00a0propose   establishing\n  a Cybersecurity Council'],
    ['in other Unicode forms', 'I propose establishing a Cybersecurity Council'.normalize('NFD')],
    ['in another script', 'Мы усилим миротворческий потенциал'],
    ['with invisible letters', 'I pro\u00adpose estab\u200blishing'],
    ['with something left out', 'I propose … within the Organization'],
    ['with three stops', 'I propose ... within the Organization'],
    ['with brackets', 'I propose establishing […] within the Organization'],
    ['with an addition', 'I propose establishing a Cybersecurity Council within the [Turkic] Organization'],
    ['with more than one thing left out', '… propose […] Council … nurture [the young] …'],
    ['of which nothing is left', '“…”'],
    ['of no letters', ''],
  ])('stand there %s', (_, quote) => {
    expect(REPORT.missingPart(quote)).toBeUndefined();
  });

  it.each([
    ['of other words', 'I propose establishing a Security Council', 'I propose establishing a Security Council'],
    [
      'in other capitals',
      'i propose establishing a cybersecurity council',
      'i propose establishing a cybersecurity council',
    ],
    ['with a word left out unmarked', 'I propose a Cybersecurity Council', 'I propose a Cybersecurity Council'],
    ['that begin within a word', 'ropose establishing', 'ropose establishing'],
    ['that end within a word', 'establishing a Cyber', 'establishing a Cyber'],
    ['in another order', 'We must nurture […] I propose', 'I propose'],
    ['with a wrong part', 'I propose […] within the OTS', 'within the OTS'],
  ])('do not stand there %s', (_, quote, part) => {
    expect(REPORT.missingPart(quote)).toBe(part);
  });

  it('are found wherever they are cut from', () => {
    const words = REPORT.text.split(/\s+/).filter((word) => word !== '');
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.integer({ min: 1, max: 30 }), (from, count) => {
        expect(REPORT.missingPart(words.slice(from, from + count).join(' '))).toBeUndefined();
      }),
    );
  });

  it('are looked for in any two texts without failing', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (stored, quote) => {
        const copy = new StoredText(stored);
        const mended = copy.mended(quote);
        if (mended !== undefined) expect(copy.missingPart(mended)).toBeUndefined();
      }),
    );
  });
});

describe('a quote with slips', () => {
  it.each([
    ['a wrong word', 'I propose founding a Cybersecurity Council', 'I propose establishing a Cybersecurity Council'],
    [
      'a slip of the pen',
      'I propose establishing a Cybersecurty Council',
      'I propose establishing a Cybersecurity Council',
    ],
    [
      'a missing word',
      'I propose a Cybersecurity Council within the Organization',
      'I propose establishing a Cybersecurity Council within the Organization',
    ],
    ['a word too many', 'We must really nurture the younger generation', 'We must nurture the younger generation'],
    [
      'small letters',
      '“i propose establishing a cybersecurity council”',
      '“I propose establishing a Cybersecurity Council”',
    ],
    [
      'another order of words',
      'strengthen the integration of our cultural youth',
      'strengthen the cultural integration of our youth',
    ],
    [
      'a wrong part',
      'I propose […] a Cyber Council within the Organization, […] nurture',
      'I propose […] a Cybersecurity Council within the Organization, […] nurture',
    ],
    ['another alphabet’s letters', 'Мы усилили миротворческий потенциал', 'Мы усилим миротворческий потенциал'],
  ])('becomes the passage most like it: %s', (_, quote, passage) => {
    expect(REPORT.mended(quote)).toBe(passage);
  });

  it.each([
    ['has nothing in common', 'The weather is fine today'],
    ['is right', 'I propose establishing a Cybersecurity Council'],
    ['is right but for its order', 'We must nurture […] I propose'],
    ['has no words', '???'],
    ['is endless', 'I propose establishing a thing '.repeat(300)],
  ])('stays as it is where it %s', (_, quote) => {
    expect(REPORT.mended(quote)).toBeUndefined();
  });

  it('is found in a long text of the same words over and over', () => {
    const sentence = (i: number) => `The council number ${i} met in the city and the council spoke of the council.`;
    const copy = new StoredText(Array.from({ length: 5000 }, (_, i) => sentence(i)).join(' '));
    expect(copy.mended('The council number 3210 met in a city and the councils spoke of the council')).toBe(
      'The council number 3210 met in the city and the council spoke of the council',
    );
    const monotone = new StoredText('the '.repeat(200_000));
    expect(monotone.mended('the then the the the the the the the the the the the')).toBeUndefined();
  });

  it('is found by both halves of a passage with a word more, among others that have more of its words in a row', () => {
    const numbers = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
    const words = numbers.split(' ');
    const passage = [...words.slice(0, 8), 'and', ...words.slice(8)].join(' ');
    // Ten of the sixteen words, each in its place, and hardly a word more often than another.
    const others = [0, 6, 12].map((first) =>
      words.map((word, i) => ((i - first + 16) % 16 < 10 ? word : 'no')).join(' '),
    );
    const filler = (count: number) => 'no '.repeat(count);
    const copy = new StoredText(`${filler(7)}${passage} ${others.map((other) => filler(40) + other).join(' ')}`);
    expect(copy.mended(numbers)).toBe(passage);
  });
});

/** `mixed-script`: which mixtures are slips and which are words, what is needed although nobody sees it, and what to write. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { mendText } from '../../server/rules/support/strange-words.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'mixed-script';
const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const SOURCE = 'kind: source\nid: s\npublisher: P\n';
/** A text as a plain value; nothing here is left to the eye. */
const note = (text: string) => `${ORG}note: ${text}\n`;

const ES = '\u0421';
const SHY = '\u00AD';
const ZWSP = '\u200B';
const ZWNJ = '\u200C';
const ZWJ = '\u200D';
const RLM = '\u200F';

const STORIES: Readonly<Record<string, Story>> = {
  'a Cyrillic letter in a Latin word': {
    before: note(`${ES}STO # c`),
    fix: 'Change to `CSTO`',
    after: note('CSTO # c'),
  },
  'a Latin letter in a Cyrillic word': {
    before: `${ORG}aliases: [😀, "Oрганизация Договора", x]\n`,
    fix: 'Change to `Организация`',
    after: `${ORG}aliases: [😀, "Организация Договора", x]\n`,
  },
  'the Cyrillic schwa of a Latin keyboard': {
    before: note('G\u04D9b\u04D9l\u04D9'),
    fix: 'Change to `Gəbələ`',
    after: note('Gəbələ'),
  },
  'the Latin i of a Kazakh word, in single quotes': {
    before: note("'Түркiстан'"),
    fix: 'Change to `Түркістан`',
    after: note("'Түркістан'"),
  },
  'letters with marks': {
    before: note('Zo\u0451'),
    fix: 'Change to `Zoë`',
    after: note('Zoë'),
  },
  'a Roman numeral from two keyboards': {
    before: note('\u0425I\u0425 век'),
    fix: 'Change to `XIX`',
    after: note('XIX век'),
  },
  'in a block scalar': {
    before: `${ORG}note: >-\n  The ${ES}STO\n  met.\nabbreviation: XO\n`,
    fix: 'Change to `CSTO`',
    after: `${ORG}note: >-\n  The CSTO\n  met.\nabbreviation: XO\n`,
  },
  'a soft hyphen': {
    before: note(`Secu${SHY}rity`),
    fix: 'Remove what nobody sees',
    after: note('Security'),
  },
  'a blank that is none, at the end': {
    before: note(`Security${ZWSP}`),
    fix: 'Remove what nobody sees',
    after: note('Security'),
  },
  'what would be something else without it': {
    before: note(`${ZWSP}[a]`),
    fix: 'Remove what nobody sees',
    after: note("'[a]'"),
  },
  'what would be a number without it': {
    before: note(`12${ZWSP}`),
    fix: 'Remove what nobody sees',
    after: note("'12'"),
  },
  'both at once': {
    before: note(`${ES}S${ZWSP}TO`),
    fix: 'Change to `CSTO`',
    after: note('CSTO'),
  },
  'a turn of the direction of writing in a comment': {
    before: `${ORG}# as printed: \u202Eotsc\n`,
    fix: 'Remove what nobody sees',
    after: `${ORG}# as printed: otsc\n`,
  },
  'a quotation mark behind a blank that is none': {
    before: note(`${ZWSP}"abc`),
    fix: 'Remove what nobody sees',
    after: note(`'"abc'`),
  },
  'nothing but a blank that is none': {
    before: note(ZWSP),
    fix: 'Remove what nobody sees',
    after: note("''"),
  },
  'an entry of a list that is nothing else': {
    before: `${ORG}aliases: [x, ${ZWSP}]\n`,
    fix: 'Remove what nobody sees',
    after: `${ORG}aliases: [x, '']\n`,
  },
  'beside an escape': {
    before: note(`"\\n${ES}STO\\u0421"`),
    fix: 'Change to `CSTO`',
    after: note('"\\nCSTO\\u0421"'),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell(RULE, story, convert));

  it('marks what nobody sees with its neighbours', () => {
    const { text, ranges } = parseFixture(convert(note(`a ⟦${ZWSP}.⟧`)));
    expect(problemsOf(RULE, text).map(({ span }) => span)).toEqual(ranges);
  });

  it('marks a turn of direction at the end of comments', () => {
    const { text, ranges } = parseFixture(convert(`${ORG}\n# as\n\n# printed⟦:\u202E⟧\n`));
    expect(problemsOf(RULE, text).map(({ span }) => span)).toEqual(ranges);
  });

  it('marks the word', () => {
    const { text, ranges } = parseFixture(
      convert(
        `${ORG}# Тюрк 😀\nnames: [{ text: "ОДКБ ⟦${ES}STO⟧-ның", lang: ru }]\nseat: { city: ⟦Secu${SHY}rity⟧ }\nnote: |\n  a\n  ⟦.${ZWSP}⟧\n`,
      ),
    );
    expect(problemsOf(RULE, text).map(({ span }) => span)).toEqual(ranges);
  });
});

describe(RULE, () => {
  it.each([
    [`${ES}STO`, '`СSTO` mixes letters of several scripts: `С` (U+0421) stands among Latin ones. Write `CSTO`.'],
    [
      '\u041Erganization',
      '`Оrganization` mixes letters of several scripts: `О` (U+041E) stands among Latin ones. Write `Organization`.',
    ],
    [
      '\u0421\u0410mbridge',
      '`САmbridge` mixes letters of several scripts: `С` (U+0421) and `А` (U+0410) stand among Latin ones. Write `CAmbridge`.',
    ],
    ['O\u0422', '`OТ` mixes letters of several scripts: write `OT` (Latin) or `ОТ` (Cyrillic).'],
    ['\u0391thens', '`Αthens` mixes letters of several scripts: `Α` (U+0391) stands among Latin ones. Write `Athens`.'],
    [
      'Yerevan\u0578',
      '`Yerevanո` mixes letters of several scripts: `ո` (U+0578) stands among Latin ones. Write `Yerevann`.',
    ],
    [`Secu${SHY}rity`, 'A soft hyphen (U+00AD), which nobody sees, stands in `Security`: remove it.'],
    [`a ${ZWSP} b`, 'A zero width space (U+200B), which nobody sees, stands here: remove it.'],
    [`A\u2063bc`, 'The character U+2063, which nobody sees, stands in `Abc`: remove it.'],
    [`A${ZWNJ}bc`, 'A zero width non-joiner (U+200C), which nobody sees, stands in `Abc`: remove it.'],
    [`A${ZWJ}bc`, 'A zero width joiner (U+200D), which nobody sees, stands in `Abc`: remove it.'],
    ['A\u2060bc', 'A word joiner (U+2060), which nobody sees, stands in `Abc`: remove it.'],
    ['A\uFEFFbc', 'A byte order mark (U+FEFF), which nobody sees, stands in `Abc`: remove it.'],
    [
      `A${SHY}b${ZWSP}c`,
      'Characters that nobody sees stand in `Abc`: a soft hyphen (U+00AD), a zero width space (U+200B). Remove them.',
    ],
    [
      `${ES}S${ZWSP}TO`,
      '`СSTO` mixes letters of several scripts: `С` (U+0421) stands among Latin ones. Write `CSTO`. A zero width space (U+200B), which nobody sees, stands here: remove it.',
    ],
  ])('says of %j: %s', (text, message) => expect(messagesOf(RULE, note(text))).toEqual([message]));

  it.each([
    ['words of one script each', 'CSTO и ОДКБ, Ελλάδα, Հայաստան, საქართველო, 上海合作组织'],
    ['words joined by a hyphen, an apostrophe or a slash', "CSTO-ның, iPhone-ом, Mac'ом, ЕАЭС/EAEU, COVID-19"],
    ['an ending without a hyphen', 'iPhoneом, SMSка, HRы, ITшник, XXв, ОДКБ2025'],
    ['Roman numerals', 'XVI саммит, XXI-й век, IX, XII, II.'],
    [
      'letters of Turkic alphabets',
      'Türkiye, Gəbələ, Şuşa, ñ ı İ ğ; Қазақстан, Түркістан, Әлем, Һава, Өзбекстан; Oʻzbekiston',
    ],
    ['Ukrainian and Serbian', 'Україна, їжак, Љубљана, ј, Ѕ'],
    ['signs and units', '5 µm, 10 kΩ, № 5, 2025 г., α-test'],
    ['marks put together', 'Go\u0308kc\u0327e, Йошкар-Ола'],
    ['a letter that has no double with that mark', 'Minsk\u045E'],
    ['a blank that does not break', '№\u00A05, 10\u202F000'],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, note(`"${text}"`))).toEqual([]));

  it.each([
    ['Persian', `می${ZWNJ}خواهم`],
    ['Hindi', `क्${ZWJ}ष, क्${ZWNJ}ष`],
    ['Sinhala', `ශ්${ZWJ}රී`],
    ['Khmer and Thai words', `ខ្ញុំ${ZWSP}ទៅ, ไทย${ZWSP}แลนด์`],
    ['Arabic and Hebrew beside numbers', `السعودية (GCC)${RLM}, \u2067ישראל\u2069`],
    ['emoji', `👩${ZWJ}🚀 👨🏽${ZWJ}⚕️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️`],
    ['Persian at the end of a value', `خواهم می${ZWNJ}`],
    ['Persian behind a mark on a letter', `خواهم می\u064E${ZWNJ}`],
    ['Persian behind another joiner', `خواهم می${ZWNJ}${ZWJ}`],
    ['Persian behind Latin', `LED${ZWNJ}ها`],
    ['Hebrew with an end too many', '\u2067ישראל\u202C\u2069'],
    ['Hebrew that is turned and turned back', '\u202Bישראל \u2067x\u2069\u202C \u202Aa\u202C'],
  ])('knows what %s needs', (_, text) => expect(messagesOf(RULE, note(`"${text}"`))).toEqual([]));

  it.each([
    ['a joiner in a Latin word', `Secu${ZWJ}rity`],
    ['a joiner in a Cyrillic word', `Без${ZWNJ}опасность`],
    ['a mark of direction where nothing runs from the right', `Security${RLM}`],
    ['text that is turned round', `Security\u202Eytiruces`],
    ['a byte order mark inside', `a\uFEFFb`],
    ['a turn of direction that never ends, among Hebrew', '\u2067ישראל'],
    ['a turn that only the end of another sort follows', '\u202Bישראל\u2069'],
    ['a turn that goes on when one around it ends', '\u2067ישראל \u202Bx\u2069'],
    ['a turn that ends after the one around it', '\u2067ישראל \u202Bx\u2069\u202C'],
    ['a joiner in a Latin word beside Arabic', `Secu${ZWJ}rity of all السعودية`],
    ['a Korean filler in a Latin word', 'Secu\u3164rity'],
  ])('tells of %s', (_, text) => expect(messagesOf(RULE, note(`"${text}"`))).toHaveLength(1));

  it('says of an address what is wrong with its host, and of the rest only what hides', () => {
    const url = (text: string) => messagesOf(RULE, `${SOURCE}url: ${text}\n`);
    expect(url(`https://trend.\u0430z/x`)).toHaveLength(1);
    expect(url(`https://trend.az/\u0430z`)).toEqual([]);
    expect(url(`"https://trend.az/\u0430z"`)).toEqual([]);
    expect(url(`'https://trend.az/\u0430z'`)).toEqual([]);
    expect(messagesOf(RULE, note(`https://trend.az/\u0430z`)), 'a note is read by people').toHaveLength(1);
    expect(url(`https://trend.az/a${ZWSP}z`)).toHaveLength(1);
  });

  it('looks at the manifest, too', () => {
    const workspace = makeWorkspace({ 'initiatives.yaml': `dataset: ${ES}STO\n` }, rules);
    expect(workspace.problemsOf(`${ROOT}/initiatives.yaml`).map(({ rule }) => rule)).toEqual([RULE]);
  });

  it('leaves what is chosen from a list, ids and dates to the rules that know them', () => {
    const summit = 'kind: summit\nid: a\nname: A\norganization: оts\nstatus: hеld\ndate: 2О25\n';
    expect(messagesOf(RULE, summit)).toEqual([]);
    expect(messagesOf(RULE, summit.replace('name: A', 'name: Аstana'))).toHaveLength(1);
  });

  it('leaves a text of a wrong form, and a moment, to the rules that tell of them', () => {
    expect(messagesOf(RULE, `${ORG}names: [{ text: Org, lang: \u0435n }]\n`)).toEqual([]);
    expect(messagesOf(RULE, `${ORG}exceptions: [{ rule: s\u0441hema, reason: None }]\n`)).toEqual([]);
    expect(messagesOf(RULE, `${SOURCE}published: 7 \u041Ect 2025\n`)).toEqual([]);
  });

  it.each([
    ['two bytes', '"\\xABОДКБ\\xBB"'],
    ['four', '"\\u00ABОДКБ\\u00BB"'],
    ['eight', '"\\U0001F4ACОДКБ"'],
  ])('takes an escape of %s for no letters', (_, text) => expect(messagesOf(RULE, note(text))).toEqual([]));

  it('takes a backslash for itself where no double quotes stand', () => {
    expect(messagesOf(RULE, note(`C:\\${ES}STO`))).toHaveLength(1);
    expect(messagesOf(RULE, note(`'C:\\${ES}STO'`))).toHaveLength(1);
  });

  it('says nothing of an alias, nor of a file that is yet to say its kind', () => {
    expect(messagesOf(RULE, `${ORG}abbreviation: &${ES}STO CSTO\nnote: *${ES}STO\n`)).toEqual([]);
    const files = { 'initiatives.yaml': 'records: [a.yaml]\n', 'a.yaml': `kind: sumit\nname: ${ES}STO # \u202Ea\n` };
    expect(
      makeWorkspace(files, rules)
        .problemsOf(`${ROOT}/a.yaml`)
        .map(({ rule }) => rule),
    ).toEqual(['schema']);
  });

  it('says nothing of comments, of a line that cannot be read, and of what is no text', () => {
    expect(messagesOf(RULE, `${ORG}# ${ES}STO ${SHY}\n`)).toEqual([]);
    expect(messagesOf(RULE, `${ORG}note: "${ES}STO\n`)).toEqual([]);
    expect(messagesOf(RULE, `${ORG}note: [${ES}STO]\naliases: { ${ES}STO: ${ES}STO }\nnames: ${ES}STO\n`)).toEqual([]);
    expect(messagesOf(RULE, `name: ${ES}STO\n`)).toEqual([]);
  });

  it('tells of a turn of direction that does not end in its line', () => {
    const lines = (one: string, other: string) => `${ORG}note: |\n  ${one}\n  ${other}\n`;
    expect(messagesOf(RULE, lines('\u2067ישראל\u2069', 'ישראל'))).toEqual([]);
    expect(messagesOf(RULE, lines('\u2067ישראל', 'ישראל\u2069'))).toHaveLength(1);
    expect(messagesOf(RULE, lines('ישראל', '\u2067ישראל\u202C\u2069'))).toEqual([]);
  });

  it('is certain of a turn of direction in a comment, and says nothing of one on a line that cannot be read', () => {
    const comment = `${ORG}# as printed: \u202Eotsc\n`;
    expect(fixOf(RULE, comment, 'Remove what nobody sees').certain).toBe(true);
    expect(messagesOf(RULE, `${ORG}note: "a" b # \u202Ec\n`)).toEqual([]);
  });

  it('tells once of a turn of direction in a value that comments follow', () => {
    expect(messagesOf(RULE, `${note('a\u202Eb')}\n\n\n# a comment\n`)).toHaveLength(1);
  });

  it('tells of nothing in comments but what turns the direction of writing', () => {
    expect(messagesOf(RULE, `${ORG}# a${SHY}b \u202Ec\n`)).toEqual([
      'The character U+202E, which turns the direction of writing, stands here: remove it.',
    ]);
  });

  it('is certain where one way is left, or most of the word and the text around it agree', () => {
    expect(fixOf(RULE, note(`${ES}STO`), 'Change to `CSTO`').certain).toBe(true);
    expect(fixOf(RULE, note(`Secu${SHY}rity`), 'Remove what nobody sees').certain).toBe(true);
    const both = note('OТС');
    expect(titlesOf(RULE, both)).toEqual(['Change to `ОТС`', 'Change to `OTC`']);
    expect(fixOf(RULE, note('OТС и другие'), 'Change to `ОТС`').certain).toBe(true);
    expect(fixOf(RULE, note('the OТС'), 'Change to `ОТС`').certain).toBe(false);
    expect(titlesOf(RULE, note('the OТ'))).toEqual(['Change to `OT`', 'Change to `ОТ`']);
    expect(titlesOf(RULE, note('и OТ'))).toEqual(['Change to `ОТ`', 'Change to `OT`']);
  });
});

describe('a Roman numeral with Cyrillic letters', () => {
  it('is one for certain, whatever the text around it is', () => {
    for (const text of ['\u0425I\u0425 саммит', '\u0425I\u0425 summit']) {
      expect(titlesOf(RULE, note(text))).toEqual(['Change to `XIX`']);
      expect(fixOf(RULE, note(text), 'Change to `XIX`').certain).toBe(true);
    }
  });
});

describe('where another rule looks at every letter', () => {
  const told = (text: string) => {
    const id = /^id: (\S+)/m.exec(text)![1]!;
    const workspace = makeWorkspace({ [`${id}.yaml`]: text }, rules);
    return workspace.problemsOf(`${ROOT}/${id}.yaml`).map(({ rule, message }) => `${rule}: ${message}`);
  };

  it('an id of another record is unknown, and the message tells why', () => {
    expect(told(`${ORG}parent: ${ES}STO\n`)).toEqual([
      'unknown-reference: There is no organization with the id `СSTO`, which mixes letters of several scripts. Did you mean `csto`?',
    ]);
    expect(titlesOf('unknown-reference', `${ORG}parent: ${ES}STO\n`)).toEqual(['Change to `csto`']);
    expect(titlesOf('unknown-reference', `${ORG}parent: \u0441sto\n`)).toEqual(['Change to `csto`']);
  });

  it('an id that others see as it is meant is told as what it is', () => {
    expect(told(`${ORG}parent: ots${ZWSP}\n`)).toEqual([
      'alias-as-reference: A zero width space (U+200B), which nobody sees, stands in `ots`: remove it.',
    ]);
    expect(told(`${ORG}seat: { state: \u041AAZ }\n`)).toEqual([
      'alias-as-reference: `КAZ` mixes letters of several scripts: `К` (U+041A) stands among Latin ones. Write `KAZ`.',
    ]);
  });

  it('a value from a list keeps its error, which names the letter', () => {
    expect(told(ORG.replace('forum', 'f\u043Erum'))).toEqual([
      'schema: `fоrum` mixes letters of several scripts: `о` (U+043E) stands among Latin ones. Write `forum`.',
    ]);
  });

  it('an id that is none takes its form', () => {
    const text = ORG.replace('x-org', '\u0441sto-body');
    expect(messagesOf(RULE, text)).toEqual([]);
    expect(titlesOf('schema', text)).toEqual(['Change to `csto-body`']);
  });

  it('a date is told by bad-date', () => {
    expect(told(`${ORG}dissolved: 2025-10-07${ZWSP}\n`).map((line) => line.split(':')[0])).toEqual(['bad-date']);
  });
});

describe('a text as it is meant', () => {
  it.each([
    [`the ${ES}STO and a${SHY}b`, 'the CSTO and ab'],
    ['nothing to mend', 'nothing to mend'],
    ['', ''],
  ])('%j is %j', (text, meant) => expect(mendText(text)).toBe(meant));
});

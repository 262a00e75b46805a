/** Words that mix look-alike letters of several scripts, and how they are written in one. */

/**
 * Letters that look like Latin ones, each before its double, by script: a choice from the confusables of Unicode Technical
 * Standard #39 (security/confusables.txt), as far as such letters stand in words and are hard to tell apart in print.
 */
const DOUBLES = {
  Latin: '',
  Cyrillic: 'аaеeоoрpсcхxуyүyіiјjѕsһhԁdԛqԝwәəӏlАAВBЕEІIЈJКKМMНHОOРPСCТTУYҮYХXЅSӀIԌGԚQԜWӘƏ',
  Greek: 'ιiνvοoρpυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX',
  Armenian: 'ցgհhոnօoզqսuաwՕOՏSՍU',
} as const;

/** Letters that hardly any alphabet of their script has; nobody means them. */
const RARE = new Set('ѕЅԁԛԝԌԚԜӏӀүҮ');

export type Script = keyof typeof DOUBLES;
/** The scripts with such letters. */
export const SCRIPTS = Object.keys(DOUBLES) as Script[];

/** A letter of each. */
export const OF_SCRIPT = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
} as const;

const TO_LATIN = new Map<string, string>();
const FROM_LATIN = new Map<Script, Map<string, string>>();
for (const script of SCRIPTS) {
  const back = new Map<string, string>();
  for (const [, letter, double] of DOUBLES[script].matchAll(/(.)(.)/gu)) {
    TO_LATIN.set(letter!, double!);
    if (!RARE.has(letter!)) back.set(double!, letter!);
  }
  FROM_LATIN.set(script, back);
}

/** A Latin abbreviation or numeral in capitals with an ending in small letters, as in `SMSка`. */
const WITH_ENDING = /^(?=\p{Lu}{2,}\p{Ll}+$)\p{Script=Latin}+\P{Script=Latin}+$/u;
const ROMAN_NUMERAL = /^[IVXLCDM]{2,}$/;

/** One way to write a mixed word. */
export interface Spelling {
  readonly text: string;
  readonly script: Script;
  /** The letters of other scripts in the word, each once. */
  readonly strange: readonly string[];
}

/** The ways to write a word, likeliest first, and whether the first is meant beyond doubt. */
export interface Mended {
  readonly spellings: readonly [Spelling, ...Spelling[]];
  readonly certain: boolean;
}

/**
 * How to write a word that mixes scripts; nothing where it does not, or no script has all its letters, as in `iPhoneом`.
 * @param around how many letters of each script the text around it has, which tells between scripts that do equally well
 */
export function mendWord(word: string, around: Counts): Mended | undefined {
  const used = SCRIPTS.filter((script) => OF_SCRIPT[script].test(word));
  if (used.length < 2 || WITH_ENDING.test(word)) return undefined;
  const spellings = used.flatMap((script) => spellingIn(script, word) ?? []);
  const numeral = spellings.find(({ text }) => ROMAN_NUMERAL.test(text));
  if (numeral) return { spellings: [numeral], certain: true };
  const inside = countsOf(word);
  spellings.sort((a, b) => inside[b.script] - inside[a.script] || around[b.script] - around[a.script]);
  const [first, second] = spellings;
  if (!first) return undefined;
  const isMost = (counts: Counts) => !second || counts[first.script] > counts[second.script];
  return { spellings: [first, ...spellings.slice(1)], certain: isMost(inside) && isMost(around) };
}

export type Counts = Readonly<Record<Script, number>>;

/** How many letters of each script a text has. */
export function countsOf(text: string): Counts {
  const counts = { Latin: 0, Cyrillic: 0, Greek: 0, Armenian: 0 };
  for (const letter of text) for (const script of SCRIPTS) if (OF_SCRIPT[script].test(letter)) counts[script]++;
  return counts;
}

/** The word with every letter in one script; nothing where a letter has no double there. */
function spellingIn(script: Script, word: string): Spelling | undefined {
  const strange = new Set<string>();
  let text = '';
  for (const part of word.normalize('NFC')) {
    const written = /\p{L}/u.test(part) && !OF_SCRIPT[script].test(part) ? doubleOf(script, part) : part;
    if (written === undefined) return undefined;
    if (written !== part) strange.add(part);
    text += written;
  }
  return { text, script, strange: [...strange] };
}

/** The letter of a script that looks like another one, marks above and below included. */
function doubleOf(script: Script, letter: string): string | undefined {
  const [base = '', ...marks] = letter.normalize('NFD');
  const latin = TO_LATIN.get(base) ?? (OF_SCRIPT.Latin.test(base) ? base : undefined);
  const double = latin && (script === 'Latin' ? latin : FROM_LATIN.get(script)?.get(latin));
  const whole = double && [double, ...marks].join('').normalize('NFC');
  return whole && [...whole].length === 1 ? whole : undefined;
}

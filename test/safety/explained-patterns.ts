/** Patterns that no checker can prove to be linear, and why they do no harm. Each is a debt: one that can be proven is better. */

const fromStart = 'It begins at the start of a text, and each of its parts ends where the next begins.';
const oneLine = 'It begins at the start of a line and ends with it, and each of its parts ends where the next begins.';
const words = 'It begins with a word of ours at the border of a word, and goes no further than the next word.';
const looks = 'It looks no further ahead or back than the next character or two.';
const short = 'It sees no more than a hundred characters: `repairDate` leaves longer texts alone.';
const ours = 'It sees only what we have written ourselves.';

/** By pattern. These are linear all the same, and are measured like all others. */
export const EXPLAINED: Readonly<Record<string, string>> = {
  '/^.*?[.](?= |$)/': ours,
  '/(^|\\W)_([^_]+)_(?=\\W|$)/g': ours,
  '/^ *\\S+(?: \\S+)* {2,}(?=\\S)/': ours,
  '/^(?:~|(?:circa|approximately|approx|about|around|около|примерно|прибл|ок|yaklaşık|cca|ca|c)\\b\\.?|(?:около|примерно|ок\\.|yaklaşık))\\s*(?=\\d|\\p{L})/iu':
    short,
  '/[\\s,/]+|(?<=\\p{L})\\.|(?<=\\d)\\.(?=\\s|$)|(?<=\\p{L})-|-(?=\\p{L}{3})|-(?=[QH]\\d)|(?<=\\d{4})(?=[QH]\\d)/iu':
    short,
  '/^[\\p{L}\\p{N}](?:[^\\n\\r\\t:#,[\\]{}"\']|:(?=[\\p{L}\\p{N}/]))*$/u': fromStart,
  '/\\[[^[\\]]{0,200}\\]|…|\\.{3,}/': 'It looks no further than two hundred characters from where it begins.',
  '/^(?![ \\t]*(?:#|\\r?$)|%|---(?:[ \\t]*(?:#.*)?\\r?$))/m': oneLine,
  '/^[A-Za-z_][\\w-]*:(?!\\/\\/)/': fromStart,
  '/^( ?\\d+)(?=[.)])/': fromStart,
  '/^(`{3,})\\w*\\n([\\s\\S]*?)\\n\\1$/gm':
    'It sees our own Markdown, in which every block of code is closed by a fence longer than any within.',
  '/\\\\(.)|\\*\\*|\\[((?:\\\\.|[^[\\]\\\\])*)\\]\\(([^()]*)\\)|&amp;|&lt;/gu':
    'Each of its parts ends where the next begins, and a bracket ends what a bracket has begun.',
  '/^(?![&*])[^\\s,[\\]{}\\u0000-\\u001f\\u007f-\\u009f\\ufeff\\p{Surrogate}]+(?<!:)$/u': fromStart,
  '/^(?:www\\d?|m|mobile|amp|touch|wap)\\.(?=[^.]+\\.)/': fromStart,
  '/^(?=\\p{Lu}{2,}\\p{Ll}+$)\\p{Script=Latin}+\\P{Script=Latin}+$/u': fromStart,
  "/(?<![\\p{L}\\p{N}])['’ʼ‘]\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}([./-])\\d{1,2}\\1\\d{2}(?!\\d)|(?<!\\d)(?:19|20)\\d{6}(?!\\d)|[\\p{Nd}〇零一二三四五六七八九十元]年|\\b(?:nineteen|twenty)[ -](?:hundred|ten|eleven|twelve|\\w+teen|\\w+ty)\\b|\\btwo thousand\\b/iu":
    looks,
  '/\\b(?:today|tonight|tomorrow|yesterday|days?|daily|week\\w*|eve|morning|(?:after)?noon|evening|night|months|quarters|decades?|century|centuries|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|n[ao][uvw]r[uy]z|ramadan|ramazan|christmas|easter|holidays?|segodnya|zavtra|vchera|den|dnya|dn[ei]i?|nedel\\w*|ponedeln\\w*|vtornik\\w*|sred[auy]|chetverg\\w*|pyatnits\\w*|subbot\\w*|voskresen\\w*|bugun|yarin|dun|gun\\w*|hafta\\w*|pazar\\w*|sali|carsamba|persembe|cuma\\w*)\\b/':
    words,
  '/(?<=^.{4,})(?:[eui]|ya|s|[dt][ae]|[dt][ae]n|n[dt][ae]|[iy]n[dt][ae]|n?[iyu]n)$/':
    'It sees a single word of a text that has three hundred characters at most.',
  '/\\b(?:early|late|mid|middle|beginning|start|end|close|turn|nachal\\w*|konts?e?|konets|kontsa|seredin\\w*|basi\\w*|sonu\\w*|ortasi\\w*)\\b/':
    words,
  '/(?:^|\\/)(?!\\.)[^/]*\\.ya?ml$/i':
    'It goes from a slash to the next, and to the end of the text from the last only.',
  '/^0+(?=\\d)/': fromStart,
  '/^id:[ \\t]+(?:"([^"\\\\\\n]*)"|\'([^\'\\n]*)\'|([^\\s#"\'&*!|>][^\\n#]*))[ \\t]*(?:#[^\\n]*)?\\r?$/gm': oneLine,
  '/\\b(?:(?:next|this|last|past|coming|upcoming|current|previous|following|same|sleduyushch\\w*|budushch\\w*|et(?:om|ogo|ot)|prosh\\w*|tekushch\\w*|gelecek|onumuzdeki|bu|gecen|kelesi|bul) (?:years?|god\\w*|yil\\w*|zhyl\\w*)|(?:of|in|during|by) the year)\\b/':
    words,
  '/\\b(?:next|this|last|past|coming|upcoming|current|previous|following|same|sleduyushch\\w*|budushch\\w*|et(?:om|ogo|ot)|prosh\\w*|tekushch\\w*|gelecek|onumuzdeki|bu|gecen|kelesi|bul) (?:month|mesyats\\w*|ay|ai)\\b/':
    words,
  '/\\b(?:years?|god\\w*|yil\\w*|zhyl\\w*) after next\\b/': words,
  '/\\b(?:next|coming|upcoming|following|sleduyushch\\w*|budushch\\w*|gelecek|onumuzdeki|kelesi|kiyinki) (?:years?|god\\w*|yil\\w*|zhyl\\w*)\\b/':
    words,
  '/\\b(?:(?:last|past|previous|prosh\\w*|gecen|otken) (?:years?|god\\w*|yil\\w*|zhyl\\w*)|byltyr)\\b/': words,
  '/\\b(?:next|coming|upcoming|following|sleduyushch\\w*|budushch\\w*|gelecek|onumuzdeki|kelesi|kiyinki) (?:months?|mesyats\\w*|ay|ayda|ai|aida)\\b/':
    words,
  '/\\b(?:last|past|previous|prosh\\w*|gecen|otken) (?:months?|mesyats\\w*|ay|ayda|ai|aida)\\b/': words,
  '/\\b(?:(?:next|coming|upcoming|following|sleduyushch\\w*|budushch\\w*|gelecek|onumuzdeki|kelesi|kiyinki)|(?:last|past|previous|prosh\\w*|gecen|otken))\\b/':
    words,
  '/\\b(?:(?:next|coming|upcoming|following|sleduyushch\\w*|budushch\\w*|gelecek|onumuzdeki|kelesi|kiyinki)|(?:last|past|previous|prosh\\w*|gecen|otken)|this|current|same|et(?:om|ogo|ot)|tekushch\\w*|bu|bul) (?:(?:years?|god\\w*|yil\\w*|zhyl\\w*)|(?:months?|mesyats\\w*|ay|ayda|ai|aida)|weeks?|weekend|quarter|half|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|nedel\\w*|hafta\\w*)\\b|\\b(?:ago|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b|\\bthe year\\b|\\b(?:byltyr|biyl)\\b/':
    words,
  '/(?:[\\r\\n[{,]|[:?-][ \\t])[ \\t]*(?:[&!][^\\s,[\\]{}]*[ \\t]+){0,2}(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF|=|[-+]?0[\\d_bo]\\w*|[-+]0x\\w+|[-+]?[\\d.][^\\W_]*_[\\w.]*|[-+]?[1-9][\\d_]*:[\\d:._]*|[-+]?[\\d.]+[eE][-+]?\\d+)(?=[ \\t]*(?:[\\r\\n,\\]}]|$|[ \\t]#))/m':
    'Of an anchor, a tag and a value each ends where the next begins, and each begins behind a mark that none of them holds.',
};

/** By pattern. These may take the square of a length, which nobody outside can make long. */
export const LIMITED: Readonly<Record<string, string>> = {
  '/\\B(?=(?:\\d{3})+$)/g': 'It sees the digits of one number.',
  '/\\s*(?:\\(\\?\\)|\\?)$/': short,
  '/\\s+(?:to|until|till|through|по|до)\\s+|\\s*[–—]\\s*|\\s+-\\s+|\\s*\\/\\s*|\\s*\\.\\.\\.?\\s*/iu': short,
  '/^(?:(\\p{L}+)\\.? )?(\\d{1,2})(?: ?- ?|\\s+(?:to|until|till|through|по|до)\\s+|\\s*[–—]\\s*|\\s+-\\s+|\\s*\\/\\s*|\\s*\\.\\.\\.?\\s*)(\\d{1,2})(?: (\\p{L}+)\\.?)?,? (\\d{4})\\b\\D*$/iu':
    short,
  '/\\{([^}:]+)(?::(lower|year))?\\}|<([^>]+)>|[^{<]+/g': 'It sees what a schema says of the habit of ids.',
  '/([\\w-]+): ?/g': ours,
  '/=|[-+]?0[\\d_bo]\\w*|[-+]0x\\w+|[-+]?[\\d.][^\\W_]*_[\\w.]*|[-+]?[1-9][\\d_]*:[\\d:._]*|[-+]?[\\d.]+[eE][-+]?\\d+/':
    'It is a part of `mayDiffer`, which is measured as a whole.',
  '/(?=[ \\t]*(?:[\\r\\n,\\]}]|$|[ \\t]#))/': 'It is a part of `mayDiffer`, which is measured as a whole.',
};

/** By module: what its patterns are made of when they are made of texts. */
export const MADE: Readonly<Record<string, string>> = {
  'server/cli/mcp/serve.ts': 'The names of our tools.',
  'server/dataset/dates/repair.ts': 'A pattern beside it.',
  'server/dataset/drafts/id-habit.ts':
    'What the schema says of the habit of ids; longer ones than two hundred characters are not looked at.',
  'server/dataset/stored-texts/stored-text.ts': 'A pattern beside it.',
  'server/drafting/source-guess.ts': 'A pattern beside it, from the start of a text.',
  'server/drafting/understanding.ts': 'A pattern of the schemas, all of which are proven.',
  'server/rules/anachronistic-name.ts':
    'The words of a name, in which all that means something in a pattern is escaped.',
  'server/rules/bad-date.ts': 'A year in digits.',
  'server/rules/support/additions.ts': 'The name of a field in a schema.',
  'server/rules/support/invisible.ts': 'A pattern beside it.',
  'server/rules/support/relative-dates.ts': 'Words of ours.',
  'server/rules/support/renaming/former-ids.ts': 'The name of a field in a schema.',
  'server/rules/support/strange-words.ts': 'A pattern beside it.',
  'server/rules/support/wording.ts': 'Words of ours.',
  'server/rules/support/yaml-1-1.ts': 'Patterns beside it.',
  'client/language-mode.ts': 'The names of kinds; and no more than the head of a text is looked at.',
  'client/timeline/drawing/filter/search.ts': 'Letters of ours.',
};

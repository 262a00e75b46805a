/** A dataset of oddities that every format must bear: hostile texts, all scripts, every form of date, values of the wrong sort. */
import { kinds, schemaOf } from '../../server/dataset/schema.ts';

/** Texts that break formats which take them as they are. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  ']]> <!-- & "quoted" \'single\' -->',
  'first\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:stolen',
  '| a | pipe | and `code` [link](javascript:alert(1)) ![x](y) # *bold* \\',
  '北京峰会：上海合作组织成员国元首理事会第二十五次会议关于加强网络安全与信息安全领域合作的联合声明及其行动计划',
  'Түркі мемлекеттері ұйымының он екінші саммиті – Қауіпсіздік бастамалары туралы ұсыныс, жоба; қорытынды',
  'قمة منظمة الدول التركية \u202eevil\u202c',
  '😀👩‍👩‍👧‍👦'.repeat(12),
  '\u0000\u0007\u001b[31mred\u001b[0m \ud800 \ufffe',
  'semi;colon, comma\\backslash\\n "quote"',
  ' ',
  '__proto__',
  '~~struck~~ $x^2$ <!-- &amp; &#x41; 1. - + = [^1] [ ] :smile: @someone',
];

/** Every form of date that EDTF has, and some that it has not. */
export const DATES = [
  ...['2025-10-07', '2025-10', '2025', '2017-33', '2017-41', '2017-21', '2025-10-07~', '2025-10?', '2025%', '201X'],
  ...['2025-10-XX', '20XX', 'Y170000002', '-0044-03-15', '0000', '2025-08-31/2025-09-01', '2024-11-06/..'],
  ...['../2025-10-07', '2020/', '/2020', '2017/2019', '2025-10-07/2025-10-01', '9999-12-31', '0001-01-01'],
  ...['2025-02-30', '7 Oct 2025', '', '2004-06-~01/2004-06-~20', '2025-~10-07'],
];

/** Values that stand where they do not belong. */
const WRONG = ['[a, [b, { c: d }]]', '{ a: { b: [1] } }', 'true', '12.5', '~', '[]', '{}', '"\\u0000"'];

/** The files of the dataset by their paths. */
export function oddFiles(): Record<string, string> {
  const files: Record<string, string> = {
    'initiatives.yaml': `dataset: ${JSON.stringify(HOSTILE[0])}\ndescription: ${JSON.stringify(HOSTILE.join('\n'))}\n`,
    'organization.yaml': 'kind: organization\nid: own\nname: Own\ntype: organization\nparent: own\n',
  };
  for (const [index, text] of HOSTILE.entries()) {
    const quoted = JSON.stringify(text);
    files[`hostile-${index}.yaml`] = [
      `kind: summit\nid: hostile-${index}\nname: ${quoted}\norganization: own\nstatus: held\ndate: 2025-10-07`,
      `place: { city: ${quoted}, state: KAZ, venue: ${quoted} }\ntheme: ${quoted}\ntopics: [${quoted}]`,
      `citations: [{ source: hostile-source-${index}, quote: ${quoted} }]\nparticipants: [{ person: ${quoted}, role: ${quoted} }]`,
      `---\nkind: source\nid: hostile-source-${index}\ntitle: ${quoted}\npublisher: ${quoted}\nurl: ${quoted}`,
      `---\nkind: proposal\nid: ${quoted}\ntitle: ${quoted}\nparties: [{ state: ${quoted}, role: proposer }]\nstatus: ${quoted}\ndate: 2025-10-07`,
      `---\nkind: person\nid: hostile-person-${index}\nname: ${quoted}\nnames: [{ text: ${quoted}, lang: ${quoted} }]\n`,
    ].join('\n');
  }
  for (const [index, date] of DATES.entries()) {
    const quoted = JSON.stringify(date);
    files[`dates-${index}.yaml`] = [
      `kind: summit\nid: dated-${index}\nname: Dated ${index}\norganization: own\nstatus: planned\ndate: ${quoted}`,
      `---\nkind: chairmanship\nid: chair-${index}\norganization: own\nstate: KAZ\nfrom: { value: ${quoted}, text: words }\nto: ${quoted}`,
      `---\nkind: proposal\nid: proposed-${index}\ntitle: Proposed ${index}\nstatus: proposed\nmade_at: dated-${index}\ntarget: { date: ${quoted} }`,
      `---\nkind: document\nid: adopted-${index}\ntitle: Adopted ${index}\ntype: declaration\nadopted: { text: words }\nsigned: ${quoted}`,
      `---\nkind: source\nid: published-${index}\npublisher: P\npublished: ${quoted}\n`,
    ].join('\n');
  }
  for (const [index, wrong] of WRONG.entries()) {
    files[`wrong-${index}.yaml`] = kinds
      .map((kind) => {
        const fields = [...schemaOf(kind).properties.keys()].filter((name) => name !== 'kind' && name !== 'id');
        const lines = fields.map((name) => `${name}: ${wrong}`);
        return `kind: ${kind}\nid: wrong-${kind}-${index}\n${lines.join('\n')}\n`;
      })
      .join('---\n');
  }
  return files;
}

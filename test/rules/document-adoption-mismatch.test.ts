/** Stories of documents and the meetings that adopted them: whose, when, and too late. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, tell } from './support.ts';

const RULE = 'document-adoption-mismatch';

const summit = (fields = 'organization: ots\nbody: ots-chs\n', date = '2025-10-07') => ({
  'summits/gabala.yaml': `kind: summit\nid: gabala\nname: Gabala summit\n${fields}status: held\ndate: ${date}\n`,
});

const paper = (fields: string) => `kind: document\nid: story\ntitle: Paper\ntype: plan\n${fields}`;

function textsAt(text: string, others = {}): string[] {
  return problemsOf(RULE, text, others).map(({ span, document }) => document.yaml.text.slice(span.start, span.end));
}

describe.each(lineEnds)('a document adopted on another day than its meeting, with %s', (_, convert) => {
  it('takes the date of the meeting', () => {
    tell(
      RULE,
      {
        before: paper("adopted_at: gabala\nadopted: '2025-10-17' # printed so\nnote: Text\n"),
        fix: 'Write `2025-10-07`',
        after: paper("adopted_at: gabala\nadopted: '2025-10-07' # printed so\nnote: Text\n"),
        others: summit(),
      },
      convert,
    );
    tell(
      RULE,
      {
        before: paper('adopted_at: gabala\nadopted: { value: 2025-10-17, text: in October }\n'),
        fix: 'Write `2025-10-07`',
        after: paper('adopted_at: gabala\nadopted: { value: 2025-10-07, text: in October }\n'),
        others: summit(),
      },
      convert,
    );
  });

  it('is marked at the date alone, and shows the meeting', () => {
    const text = convert(paper('adopted_at: gabala\nadopted: 2025-10-17\n'));
    expect(textsAt(text, summit())).toEqual(['2025-10-17']);
    const [problem] = problemsOf(RULE, text, summit());
    expect(problem!.message).toBe('The meeting that adopted this has another date: 7 October 2025.');
    expect(problem!.related).toEqual([
      { kind: 'summit', id: 'gabala', path: ['date'], message: 'The meeting: 7 October 2025' },
    ]);
  });
});

describe('the day of adoption', () => {
  it('counts as that of signature where none is given', () => {
    expect(textsAt(paper('adopted_at: gabala\nsigned: 2025-10-17\n'), summit())).toEqual(['2025-10-17']);
  });

  it('or that of signature must be the meeting’s', () => {
    expect(textsAt(paper('adopted_at: gabala\nadopted: 2025-03-01\nsigned: 2025-10-07\n'), summit())).toEqual([]);
    expect(textsAt(paper('adopted_at: gabala\nadopted: 2025-10-07\nsigned: 2025-12-01\n'), summit())).toEqual([]);
    expect(textsAt(paper('adopted_at: gabala\nadopted: 2025-03-01\nsigned: 2025-12-01\n'), summit())).toEqual([
      '2025-03-01',
    ]);
  });

  it('may be coarse, approximate or uncertain, as may be the meeting’s', () => {
    for (const date of ['2025-10', '2025', '2025-40', '2025-10-17~', '2025-10-17?', '2025-10-01/..']) {
      expect(textsAt(paper(`adopted_at: gabala\nadopted: ${date}\n`), summit()), date).toHaveLength(
        date === '2025-40' ? 1 : 0,
      );
    }
    for (const date of ['2025', '2025-41', '2025-10-17~', '2025-10-06/2025-10-20', '2025-10-20/2025-10-06']) {
      expect(textsAt(paper('adopted_at: gabala\nadopted: 2025-10-17\n'), summit(undefined, date)), date).toEqual([]);
    }
  });

  it('is any day of a meeting that lasted several', () => {
    const meeting = summit(undefined, '2025-08-31/2025-09-01');
    for (const day of ['2025-08-31', '2025-09-01']) {
      expect(textsAt(paper(`adopted_at: gabala\nadopted: ${day}\n`), meeting)).toEqual([]);
    }
    expect(textsAt(paper('adopted_at: gabala\nadopted: 2025-09-02\n'), meeting)).toHaveLength(1);
  });
});

describe('the body that adopted a document', () => {
  const text = (fields: string) => paper(`${fields}adopted_at: gabala\nadopted: 2025-10-07\n`);

  it('must be the one that met', () => {
    const [problem, ...rest] = problemsOf(RULE, text('organization: ots\nbody: ots-cfm\n'), summit());
    expect(rest).toEqual([]);
    expect(problem!.message).toBe(
      'This was a meeting of OTS Council of Heads of State, and the document is one of OTS Council of Foreign Ministers: correct the meeting or the document’s `body`.'.replace(
        '’',
        "'",
      ),
    );
    expect(problem!.related).toEqual([
      { kind: 'summit', id: 'gabala', path: ['body'], message: 'Whose meeting it was: OTS Council of Heads of State' },
    ]);
    expect(textsAt(text('organization: ots\nbody: ots-cfm\n'), summit())).toEqual(['gabala']);
  });

  it('must be of the organization that met', () => {
    expect(messagesOf(RULE, text('organization: csto\n'), summit())).toEqual([
      "This was a meeting of OTS Council of Heads of State, and the document is one of the CSTO: correct the meeting or the document's `organization`.",
    ]);
    expect(messagesOf(RULE, text('organization: eu\n'), summit('organization: asean\n'))).toHaveLength(1);
    expect(messagesOf(RULE, text('body: csto-cfm\n'), summit('organization: ots\n'))).toHaveLength(1);
  });

  it('may be a part of the one that met, or the whole that it is a part of', () => {
    expect(messagesOf(RULE, text('organization: ots\n'), summit())).toEqual([]);
    expect(messagesOf(RULE, text('body: ots-chs\n'), summit('organization: ots\n'))).toEqual([]);
    expect(
      messagesOf(RULE, text('body: csto-working-group-afghanistan\n'), summit('organization: csto\nbody: csto-cfm\n')),
    ).toEqual([]);
    expect(
      messagesOf(RULE, text('body: csto-cfm\n'), summit('organization: csto\nbody: csto-working-group-afghanistan\n')),
    ).toEqual([]);
  });

  it('is not judged where it stands as the organization, and a body of the same one met', () => {
    expect(messagesOf(RULE, text('organization: ots-cfm\n'), summit())).toEqual([]);
  });

  it('may be one that another organization took over from', () => {
    expect(messagesOf(RULE, text('organization: cst\n'), summit('organization: csto\nbody: csto-csc\n'))).toEqual([]);
  });

  it('of a document that names an organization beside a body of another one is told elsewhere', () => {
    expect(messagesOf(RULE, text('organization: csto\nbody: ots-chs\n'), summit())).toEqual([]);
  });

  it('is not guessed where a record does not say whose it is', () => {
    const club = { 'club.yaml': 'kind: organization\nid: club\nname: Club\ntype: centre\n' };
    expect(messagesOf(RULE, text('body: club\n'), { ...summit('organization: ots\n'), ...club })).toEqual([]);
    expect(messagesOf(RULE, text('organization: club\n'), { ...summit(), ...club })).toEqual([]);
    expect(messagesOf(RULE, text('body: club\n'), { ...summit(), ...club })).toHaveLength(1);
  });
});

describe('a document adopted after its time had begun', () => {
  it('needs a note to say so', () => {
    const late = 'adopted: 2017-07-17\nvalidity: 2017-07-01/2018-06\n';
    expect(messagesOf(RULE, paper(late))).toEqual([
      'This was adopted (17 July 2017) when it was already valid (1 July 2017). If that is so, say it in a `note`.',
    ]);
    expect(textsAt(paper(late))).toEqual(['2017-07-01/2018-06']);
    expect(textsAt(paper(`${late}note: A fortnight late.\n`))).toEqual([]);
    expect(textsAt(paper(`${late}note:\n`))).toHaveLength(1);
    expect(textsAt(paper('adopted: 2017-07-17\nvalidity: { value: 2017-07-01/2018-06, note: Late }\n'))).toEqual([]);
    expect(textsAt(paper('adopted: { value: 2017-07-17, note: Late }\nvalidity: 2017-07-01/2018-06\n'))).toEqual([]);
  });

  it('is found by the date of the meeting, too', () => {
    const text = paper('adopted_at: gabala\nvalidity: 2025-01-01/2026\n');
    expect(textsAt(text, summit())).toEqual(['2025-01-01/2026']);
    expect(textsAt(text)).toEqual([]);
  });

  it('is none where the beginning is coarse, approximate or open', () => {
    for (const validity of ['2022/2026', '2022', '2022-01-01~/2026', '../2026', '2022-11/2026', '2023/2026']) {
      expect(textsAt(paper(`adopted: 2022-11-11\nvalidity: ${validity}\n`)), validity).toEqual([]);
    }
    expect(textsAt(paper('adopted: 2022\nvalidity: 2022-01-01/2026\n'))).toEqual([]);
    expect(textsAt(paper('adopted: 2022-11-11\nvalidity: 2021/2026\n'))).toEqual(['2021/2026']);
  });

  it('is not told where the day itself is in doubt', () => {
    const text = paper('adopted_at: gabala\nadopted: 2025-10-17\nvalidity: 2025-01-01/2026\n');
    expect(textsAt(text, summit())).toEqual(['2025-10-17']);
  });
});

describe('what is missing, unknown or half-written', () => {
  it('is left to other rules', () => {
    for (const fields of [
      'adopted_at: gabela\nadopted: 2025-10-17\n',
      'adopted_at:\nadopted: 2025-10-17\n',
      'adopted_at: [gabala]\nadopted: 2025-10-17\n',
      'adopted_at: gabala\nadopted: 17.10.2025\n',
      'adopted_at: gabala\nadopted: [2025-10-17]\n',
      'adopted_at: gabala\nadopted:\nsigned:\nvalidity:\n',
      'adopted_at: gabala\nadopted: 2025-10-17/2025-10-01\n',
      'adopted_at: gabala\nbody: nobody\norganization: csto\nadopted: 2025-10-07\n',
      'adopted_at: gabala\nbody: [csto]\nadopted: 2025-10-07\n',
      'adopted_at: gabala\nadopted: "2025-10-17\n',
      'adopted: 2025-10-17\nvalidity: [2024]\n',
      'validity: 2024\n',
    ]) {
      expect(messagesOf(RULE, paper(fields), summit()), fields).toEqual([]);
    }
    expect(messagesOf(RULE, paper('adopted_at: gabala\nadopted: 2025-10-17\n'), summit(undefined, '[x]'))).toEqual([]);
  });
});

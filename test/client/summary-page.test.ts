/** The page with a dataset's numbers: what it says, and that text of records stays text in it. VS Code's words are stood in for. */
import { describe, expect, it, vi } from 'vitest';
import type { DatasetSummary } from '../../server/protocol.ts';

vi.mock('vscode', () => ({
  env: { language: 'en' },
  l10n: {
    t: (text: string, ...values: unknown[]) =>
      text.replace(/\{(\d)\}/g, (place, i) => String(values[Number(i)] ?? place)),
  },
}));

const { summaryPage } = await import('../../client/summary-page.ts');

const HOSTILE = '<img src=x> [a](command:b) | $(eye) *c* `d` https://e.example \u202egnp\u202c\n# f';
const SHOWN =
  '\\<img src\\=x\\> \\[a\\]\\(command\\:b\\) \\| \\$\\(eye\\) \\*c\\* \\`d\\` https\\:\\/\\/e\\.example gnp \\# f';

const EMPTY: DatasetSummary = {
  status: {
    dataset: 'file:///d',
    title: 'D',
    records: 0,
    problems: { error: 0, warning: 0, info: 0, hint: 0 },
    validated: true,
  },
  numbers: {
    dataset: 'D',
    today: '2025-10-31',
    files: { read: 1, unread: 0, withoutRecords: 0 },
    records: 0,
    kinds: [],
    years: [],
    undated: 0,
    choices: [],
    references: { all: 0, within: 0, toRegistry: 0, unknown: 0 },
    named: {},
    problems: { error: 0, warning: 0, info: 0, hint: 0 },
    rules: [],
    texts: { characters: 0, longest: [] },
  },
  kindNames: { proposal: 'proposals', state: 'states' },
};

const pageOf = (numbers: Partial<DatasetSummary['numbers']>, status: Partial<DatasetSummary['status']> = {}) =>
  summaryPage({ ...EMPTY, status: { ...EMPTY.status, ...status }, numbers: { ...EMPTY.numbers, ...numbers } });

describe('the summary', () => {
  it('of nothing says so', () => {
    const page = pageOf({});
    expect(page).toContain('# D\n\nAs of 2025-10-31.\n\nThere are no records yet.');
    expect(page).toContain('## Problems\n\nThere are none.');
    expect(page).not.toContain('undefined');
  });

  it('counts what stands in tables, with bars to compare', () => {
    const page = pageOf({
      records: 1204,
      undated: 4,
      kinds: [
        { value: 'source', records: 1200 },
        { value: 'summit', records: 4 },
      ],
      problems: { error: 1, warning: 2, info: 0, hint: 1 },
      rules: [{ rule: 'bad-date', problems: 4 }],
    });
    expect(page).toContain('| Records | 1,204 | 4 without a year |');
    expect(page).toContain(`| source | 1,200 | ${'█'.repeat(24)} |\n| summit | 4 | █ |`);
    expect(page).toContain('1 error, 2 warnings, 1 hint');
    expect(page).toContain('| bad\\-date | 4 |');
  });

  it('shows years in which nothing is, and decades where years are many', () => {
    const few = pageOf({
      years: [
        { year: 2001, records: 1 },
        { year: 2003, records: 2 },
      ],
    });
    expect(few).toMatch(/\| 2001 \| 1 \| █+ \|\n\| 2002 \| 0 \| {2}\|\n\| 2003 \| 2 \|/);
    const many = pageOf({
      years: [
        { year: 1945, records: 1 },
        { year: 1949, records: 2 },
        { year: 2003, records: 2 },
      ],
    });
    expect(many).toMatch(/## Records by decade[\s\S]*\| 1940s \| 3 \|[\s\S]*\| 2000s \| 2 \|/);
  });

  it('says that problems are not shown, and counts none', () => {
    const { problems: _, rules: __, ...rest } = EMPTY.numbers;
    const page = summaryPage({ ...EMPTY, status: { ...EMPTY.status, validated: false }, numbers: rest });
    expect(page).toContain('Problems are not shown, by the setting `securityInitiatives.validate.enable`.');
  });

  it('keeps what records hold as text, wherever it stands', () => {
    const page = pageOf(
      {
        records: 1,
        choices: [
          { kind: 'proposal', field: 'domains', several: true, counts: [{ value: HOSTILE, records: 1 }] },
          { kind: 'proposal', field: 'status', several: false, counts: [{ value: HOSTILE, records: 1 }] },
        ],
        named: {
          state: [
            { id: HOSTILE, name: HOSTILE, records: 2 },
            { id: 'a', name: HOSTILE, records: 1 },
          ],
        },
      },
      { title: HOSTILE },
    );
    expect(page.split(SHOWN)).toHaveLength(6);
    expect(page.replaceAll(SHOWN, '')).not.toMatch(/[<>$\u202e]|\]\(|\n# f/);
  });
});

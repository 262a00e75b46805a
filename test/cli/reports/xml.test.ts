/** JUnit and Checkstyle, read back by libxml2. */
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { formatCheckstyle } from '../../../server/cli/reports/checkstyle.ts';
import { formatJunit } from '../../../server/cli/reports/junit.ts';
import { makeFolder } from '../../sources/folder.ts';
import { run, useCli } from '../support.ts';
import { findings, inFile, row } from './findings.ts';

useCli();

type Attributes = Readonly<Record<string, string>>;

/** The attributes of what an XPath finds, with the text under `#text`. */
function found(xml: string, path: string): Attributes[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(path).map((node) => {
      const element = node as XmlElement;
      return { ...Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])), '#text': element.content };
    });
  } finally {
    document.dispose();
  }
}

const TEXT = 'kind: person\nid: a & <b>\n';
const RESULTS = findings(
  [
    inFile('a/b.yaml', TEXT, [
      row(2, 5, 2, 12, { message: 'Not `a & <b>`: "x"\u0007\nsecond line' }),
      row(1, 1, 1, 5, { severity: 'warning', rule: 'other-rule', message: 'Odd.' }),
      row(1, 1, 1, 5, { severity: 'info', message: 'Known.' }),
      row(1, 1, 1, 5, { severity: 'hint', message: 'Small.' }),
    ]),
    inFile('clean.yml', TEXT, []),
    inFile('warned.yaml', TEXT, [row(1, 1, 1, 5, { severity: 'warning', message: 'Odd.' })]),
  ],
  [{ file: 'locked', message: 'locked cannot be read: permission denied.' }],
);

describe('JUnit', () => {
  const xml = formatJunit(RESULTS);

  it('has a suite a file, with a failure an error', () => {
    expect(found(xml, '/testsuites/testsuite').map(({ '#text': _, ...attributes }) => attributes)).toEqual([
      { name: 'locked', file: 'locked', tests: '1', failures: '0', errors: '1', skipped: '0' },
      { name: 'a/b.yaml', file: 'a/b.yaml', tests: '1', failures: '1', errors: '0', skipped: '0' },
      { name: 'clean.yml', file: 'clean.yml', tests: '1', failures: '0', errors: '0', skipped: '0' },
      { name: 'warned.yaml', file: 'warned.yaml', tests: '1', failures: '0', errors: '0', skipped: '0' },
    ]);
    expect(found(xml, '/testsuites')).toMatchObject([{ tests: '4', failures: '1', errors: '1' }]);
    expect(found(xml, '//testcase').map(({ name, classname }) => `${classname} ${name}`)).toEqual([
      'locked can be read',
      'a/b some-rule (2:5)',
      'clean no errors',
      'warned no errors',
    ]);
  });

  it('says in a failure what is wrong, and shows the line', () => {
    expect(found(xml, '//failure')).toEqual([
      {
        message: 'Not `a & <b>`: "x"\ufffd\nsecond line',
        type: 'some-rule',
        '#text': [
          'a/b.yaml:2:5: error: Not `a & <b>`: "x"\ufffd\nsecond line (some-rule)',
          '2 | id: a & <b>',
          '  |     ^^^^^^^',
        ].join('\n'),
      },
    ]);
    expect(found(xml, '//error')).toMatchObject([
      { message: 'locked cannot be read: permission denied.', type: 'unread' },
    ]);
  });

  it('keeps what fails nothing in the output of the suite', () => {
    expect(found(xml, '//system-out').map((each) => each['#text'])).toEqual([
      [
        'a/b.yaml:1:1: warning: Odd. (other-rule)',
        'a/b.yaml:1:1: info: Known. (some-rule)',
        'a/b.yaml:1:1: hint: Small. (some-rule)',
      ].join('\n'),
      'warned.yaml:1:1: warning: Odd. (some-rule)',
    ]);
  });
});

describe('Checkstyle', () => {
  it('has every file, and its problems with severity and source', () => {
    const xml = formatCheckstyle(RESULTS);
    expect(found(xml, '/checkstyle/file').map(({ name }) => name)).toEqual([
      'locked',
      'a/b.yaml',
      'clean.yml',
      'warned.yaml',
    ]);
    expect(found(xml, '/checkstyle/file[@name="a/b.yaml"]/error').map(({ '#text': _, ...each }) => each)).toEqual([
      {
        line: '2',
        column: '5',
        severity: 'error',
        message: 'Not `a & <b>`: "x"\ufffd\nsecond line',
        source: 'security-initiatives.some-rule',
      },
      { line: '1', column: '1', severity: 'warning', message: 'Odd.', source: 'security-initiatives.other-rule' },
      { line: '1', column: '1', severity: 'info', message: 'Known.', source: 'security-initiatives.some-rule' },
      { line: '1', column: '1', severity: 'info', message: 'Small.', source: 'security-initiatives.some-rule' },
    ]);
    expect(found(xml, '//file[@name="locked"]/error')).toMatchObject([
      { severity: 'error', source: 'security-initiatives.unread' },
    ]);
  });
});

describe.each(['junit', 'checkstyle'])('%s of a command', (format) => {
  it('is XML, whatever the dataset is like', async () => {
    const bell = 'kind: person\nid: a\nname: "\u0007\u001b[31m"\nnope: ]]>\nsecond: <!-- &\n';
    for (const files of [{}, { 'a & "b".yaml': bell, 'пустой.yaml': '' }, { 'a.yaml': Uint8Array.of(0xff, 0xfe) }]) {
      const { code, stdout } = await run(['check', '--format', format], { cwd: makeFolder(files) });
      expect(code).toBe(Object.keys(files).length === 0 ? 0 : 1);
      expect(found(stdout, '/*')).toHaveLength(1);
    }
  });
});

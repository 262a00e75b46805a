/**
 * Problems as JUnit's XML, which services show as tests. A file is a suite; what is wrong with it are cases that fail, and
 * a file without errors is one case that passes. What is no error fails nothing, and stands in the suite's output.
 */
import { elementText, XML_HEAD, type XmlElement } from '../../exports/xml.ts';
import { codeFrame } from './code-frame.ts';
import type { Findings, Unread } from './report.ts';
import type { FileRows, Row } from './results.ts';

export function formatJunit({ files, unread }: Findings): string {
  const suites = [...unread.map(unreadSuite), ...files.map(suite)];
  const sum = (key: '@tests' | '@failures' | '@errors') =>
    suites.reduce((total, each) => total + (each[key] as number), 0);
  return (
    XML_HEAD +
    elementText('testsuites', {
      '@name': 'security-initiatives',
      '@tests': sum('@tests'),
      '@failures': sum('@failures'),
      '@errors': sum('@errors'),
      testsuite: suites,
    })
  );
}

function suite({ file, rows, text }: FileRows): XmlElement {
  const errors = rows.filter(({ severity }) => severity === 'error');
  const others = rows.filter(({ severity }) => severity !== 'error');
  const frameOf = codeFrame(text);
  const cases = errors.map((row) => ({
    '@name': `${row.rule} (${row.line}:${row.column})`,
    '@classname': className(file),
    failure: { '@message': row.message, '@type': row.rule, '#text': `${lineOf(row)}\n${frameOf(row).join('\n')}` },
  }));
  return {
    '@name': file,
    '@tests': Math.max(1, cases.length),
    '@failures': cases.length,
    '@errors': 0,
    '@skipped': 0,
    '@file': file,
    testcase: cases.length > 0 ? cases : [{ '@name': 'no errors', '@classname': className(file) }],
    ...(others.length > 0 && { 'system-out': { '#text': others.map(lineOf).join('\n') } }),
  };
}

function unreadSuite({ file, message }: Unread): XmlElement {
  return {
    '@name': file,
    '@tests': 1,
    '@failures': 0,
    '@errors': 1,
    '@skipped': 0,
    '@file': file,
    testcase: [
      { '@name': 'can be read', '@classname': className(file), error: { '@message': message, '@type': 'unread' } },
    ],
  };
}

/** Services take what stands behind the last dot of a class for its name. */
function className(file: string): string {
  return file.replace(/\.ya?ml$/i, '');
}

function lineOf({ file, line, column, severity, message, rule }: Row): string {
  return `${file}:${line}:${column}: ${severity}: ${message} (${rule})`;
}

/** Problems in the XML of Checkstyle, which many tools read that comment on changes. */
import type { Severity } from '../../dataset/problem.ts';
import { elementText, XML_HEAD, type XmlElement } from '../../exports/xml.ts';
import type { Findings } from './report.ts';
import type { FileRows, Row } from './results.ts';

/** The release of Checkstyle whose form this is. */
const FORM = '8.0';

/** Checkstyle has no hints. */
const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

export function formatCheckstyle({ files, unread }: Findings): string {
  const unreadFiles = unread.map(({ file, message }) => ({
    '@name': file,
    error: [{ '@line': 1, '@column': 1, '@severity': 'error', '@message': message, '@source': source('unread') }],
  }));
  return XML_HEAD + elementText('checkstyle', { '@version': FORM, file: [...unreadFiles, ...files.map(fileElement)] });
}

function fileElement({ file, rows }: FileRows): XmlElement {
  return { '@name': file, error: rows.map(errorElement) };
}

function errorElement({ line, column, severity, message, rule }: Row): XmlElement {
  return {
    '@line': line,
    '@column': column,
    '@severity': SEVERITIES[severity],
    '@message': message,
    '@source': source(rule),
  };
}

function source(rule: string): string {
  return `security-initiatives.${rule}`;
}

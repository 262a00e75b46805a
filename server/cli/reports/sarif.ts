/** Problems in SARIF 2.1.0 (OASIS), which code scanning and editors read. */
import { createHash } from 'node:crypto';
import { LineIndex, lineAt } from '../../dataset/text.ts';
import { rules } from '../../rules/index.ts';
import type { Paths } from './paths.ts';
import type { Place } from './placed.ts';
import type { Findings, Surroundings, Unread } from './report.ts';
import type { FileRows, Replacement, Row } from './results.ts';
import { LEVELS, ruleDescriptor } from './sarif-rules.ts';

/** The final schema as OASIS publishes it. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** What relative addresses count from; defined in the log itself. */
const BASE = 'SRCROOT';
/** Says of what a fingerprint is made, so that another recipe can take another name. */
const FINGERPRINT = 'ruleRecordLine/v1';
const UNREAD = 'unread';
/** How much of a line before and after the beginning of a problem counts for its fingerprint, in code units. */
const NEAR = 100;

const RULE_INDEX = new Map(rules.map(({ name }, index) => [name, index]));

export function formatSarif({ files, unread }: Findings, { version, paths }: Surroundings): string {
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'security-initiatives',
            semanticVersion: version,
            language: 'en',
            rules: rules.map(ruleDescriptor),
            notifications: [
              {
                id: UNREAD,
                shortDescription: { text: 'A file or folder could not be read' },
                fullDescription: { text: 'It was not checked, and what is in it is missing to what refers to it.' },
                help: { text: 'Do what the message says, then check again.' },
                defaultConfiguration: { level: 'error' },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { uri: paths.baseUri } },
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map((failure) => notification(failure, paths)),
          },
        ],
        results: files.flatMap((file) => resultsOf(file, paths)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function notification({ file, message }: Unread, paths: Paths) {
  return {
    descriptor: { id: UNREAD, index: 0 },
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file, paths) } }],
  };
}

function resultsOf({ file, text, rows }: FileRows, paths: Paths) {
  const fingerprintOf = fingerprints(file, text);
  return rows.map((row) => ({
    ruleId: row.rule,
    ruleIndex: RULE_INDEX.get(row.rule),
    level: LEVELS[row.severity],
    message: { text: row.message },
    locations: [
      {
        physicalLocation: physical(row.file, row, paths),
        ...(row.record !== undefined && { logicalLocations: [{ fullyQualifiedName: row.record, kind: 'object' }] }),
      },
    ],
    ...(row.related && {
      relatedLocations: row.related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: physical(place.file, place, paths),
      })),
    }),
    partialFingerprints: { [FINGERPRINT]: fingerprintOf(row) },
    ...fixesOf(row, paths),
  }));
}

function fixesOf({ fix }: Row, paths: Paths) {
  const certain = fix?.();
  return (
    certain && {
      fixes: [{ description: { text: certain.title }, artifactChanges: changes(certain.edits, paths) }],
    }
  );
}

function physical(file: string, place: Place, paths: Paths) {
  return { artifactLocation: artifact(file, paths), region: region(place) };
}

function artifact(file: string, paths: Paths) {
  const { uri, isRelative } = paths.uri(file);
  return isRelative ? { uri, uriBaseId: BASE } : { uri };
}

function region({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function changes(edits: readonly Replacement[], paths: Paths) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return files.map((file) => ({
    artifactLocation: artifact(file, paths),
    replacements: edits
      .filter((edit) => edit.file === file)
      .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
  }));
}

/**
 * Tells results apart whatever lines come or go around them: by rule, record (else file) and the text of the line, and
 * by their order where all of that is the same.
 */
function fingerprints(file: string, text: string): (row: Row) => string {
  const lines = new LineIndex(text);
  const seen = new Map<string, number>();
  return ({ rule, record, line, column, endColumn, endLine }) => {
    const start = lines.offset(line - 1, column - 1);
    const span = lineAt(text, start);
    const marked = text.slice(start, Math.min(endLine === line ? start + endColumn - column : span.end, start + NEAR));
    const near = text.slice(Math.max(span.start, start - NEAR), Math.min(span.end, start + NEAR)).trim();
    const content = JSON.stringify([rule, record ?? file, near, marked]);
    const count = seen.get(content) ?? 0;
    seen.set(content, count + 1);
    return createHash('sha256').update(`${content}${count}`).digest('hex').slice(0, 32);
  };
}

/** Who takes part in a meeting, as its record lists them. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../dataset/document.ts';
import type { Fix } from '../../dataset/problem.ts';
import type { Reader } from '../../dataset/reader.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import { rewriteAt, standsWithin } from './fixes.ts';
import { listIn, mapIn } from './values.ts';

/** An entry that names a state, or else an organization. */
export interface Participant {
  readonly kind: 'state' | 'organization';
  readonly id: string;
  readonly role: YamlValue | undefined;
  readonly path: Path;
}

/** The entries of a `participants` list that name a state or an organization. */
export function partiesIn(participants: YamlValue | undefined): Participant[] {
  return listIn(participants).flatMap((entry, index) => {
    const { state, organization, role } = mapIn(entry);
    const id = typeof state === 'string' ? state : organization;
    const kind = typeof state === 'string' ? 'state' : 'organization';
    return typeof id === 'string' ? [{ kind, id, role, path: ['participants', index] } as const] : [];
  });
}

/** Rewrites the role of an entry that has it to itself. */
export function changeRole(document: SourceDocument, entry: Path, role: string): Fix[] {
  const path = [...entry, 'role'];
  if (!standsWithin(document, path, entry)) return [];
  return [{ title: l10n.t('Change to `{0}`', role), edits: rewriteAt(document, path, role) }];
}

/** Whom a list names, all kinds of id together, by whether anybody came. */
export interface Attendance {
  readonly present: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
}

/**
 * Whom a `participants` list names: states, organizations, persons, and those whom persons stand for. Nothing where the
 * list is empty, or an entry leaves open whom it stands for, so that nobody can be said to be missing.
 */
export function attendance(reader: Reader, participants: YamlValue | undefined): Attendance | undefined {
  const present = new Set<string>();
  const absent = new Set<string>();
  for (const entry of listIn(participants)) {
    const names = namedIn(reader, mapIn(entry));
    if (names.length === 0) return undefined;
    for (const name of names) (mapIn(entry).capacity === 'absent' ? absent : present).add(name);
  }
  return present.size + absent.size > 0 ? { present, absent } : undefined;
}

function namedIn(reader: Reader, { state, organization, person }: YamlRecord): string[] {
  const who = typeof person === 'string' ? [person] : [];
  if (typeof state === 'string') return reader.find('state', state) ? [state, ...who] : [];
  if (typeof organization === 'string') return reader.find('organization', organization) ? [organization, ...who] : [];
  const offices = typeof person === 'string' ? reader.find('person', person)?.get('offices') : undefined;
  const parties = listIn(offices).flatMap((office) => [mapIn(office).state, mapIn(office).organization]);
  const stoodFor = parties.filter((party) => typeof party === 'string');
  return stoodFor.length > 0 ? [...who, ...stoodFor] : [];
}

/** A new record as a file that can be made: its id, its path, its text, and why it cannot be made where it cannot. */
import * as l10n from '@vscode/l10n';
import { completed } from '../dataset/drafts/draft.ts';
import { draftText } from '../dataset/drafts/draft-text.ts';
import { freeId, isIdOf } from '../dataset/drafts/ids.ts';
import { MANIFEST_NAME } from '../dataset/manifest.ts';
import { usualFile } from '../dataset/record-files.ts';
import { schemaAt, schemaOf } from '../dataset/schema.ts';
import { patternMessageOf } from '../dataset/shape.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Path, YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { givenRecord } from './given.ts';
import type { DraftFile, DraftId, DraftSetting } from './messages.ts';
import { chosenId, lineEndFor, type Taken, whoHas } from './new-record.ts';
import { withOwners } from './places.ts';
import { asSnippet } from './snippet.ts';
import { withoutTicks } from './understanding.ts';

/**
 * The id that somebody wants for a record, or the one that it usually gets, and whether it can have that.
 * @throws Unfit for settings that cannot be so
 */
export function idFor(workspace: Workspace, kind: string, settings: readonly DraftSetting[], wanted?: string): DraftId {
  const { dataset } = workspace;
  if (wanted !== undefined)
    return { id: wanted, path: pathFor(workspace, kind, wanted), message: whyNot(workspace, kind, wanted) };
  const made = chosenId(workspace, kind, recordFrom(workspace, kind, settings)).id;
  const isTaken = isIdOf(kind, made) && whyNot(workspace, kind, made) !== null;
  const free = isTaken ? freeId(dataset, dataset.withId(made).length > 0 ? made : `${made}-2`) : made;
  const id = isIdOf(kind, free) ? free : made;
  return { id, path: pathFor(workspace, kind, id), message: whyNot(workspace, kind, id) };
}

/** Why a record cannot have an id. */
function whyNot(workspace: Workspace, kind: string, id: string): string | null {
  if (!isIdOf(kind, id)) {
    return withoutTicks(patternMessageOf(schemaOf(kind).properties.get('id')) ?? l10n.t('Choose another id.'));
  }
  const taken = whoHas(workspace, kind, id);
  if (taken) return takenMessage(taken);
  const path = pathFor(workspace, kind, id);
  const uri = workspace.uriOf(path);
  if (uri === undefined) return l10n.t('A new record needs a folder: open the folder of the dataset first.');
  if (workspace.textOf(uri) !== undefined) return l10n.t('There is a file {0} already: choose another id.', path);
  if (workspace.includes(uri)) return null;
  return l10n.t('{0} would be no record: “records” in {1} leaves it out. Take it in there first.', path, MANIFEST_NAME);
}

function takenMessage({ document, isFormer, free }: Taken): string {
  const where = document.path ?? document.uri;
  const who = isFormer
    ? l10n.t('The record in {0} had this id before.', where)
    : l10n.t('The record in {0} has this id already.', where);
  return free === undefined ? who : `${who} ${l10n.t('{0} is free.', free)}`;
}

function pathFor(workspace: Workspace, kind: string, id: string): string {
  return usualFile(workspace.dataset, kind, id);
}

/**
 * The file of a new record.
 * @throws Unfit for settings that cannot be so
 */
export function fileFor(workspace: Workspace, kind: string, settings: readonly DraftSetting[], id: string): DraftFile {
  const given = recordFrom(workspace, kind, settings);
  const chosen = addChoices(kind, given);
  const draft = completed(workspace, kind, { id, isGuess: false }, given);
  const text = draftText(draft, lineEndFor(workspace), false);
  const gaps = [...draft.gaps, ...chosen];
  const path = pathFor(workspace, kind, id);
  return { uri: workspace.uriOf(path)!, path, text, snippet: gaps.length === 0 ? null : asSnippet(kind, text, gaps) };
}

/**
 * Adds to each entry of a list what it is first of all: whoever is a party is one in some role.
 * @returns where a choice stands that a person is to look at
 */
function addChoices(kind: string, record: YamlRecord): Path[] {
  return Object.entries(record).flatMap(([list, entries]) => {
    const choice = [...(schemaAt(kind, [list, 0])?.properties ?? [])].find(([, { values }]) => values.length > 0);
    if (!choice || !Array.isArray(entries)) return [];
    const [name, { values }] = choice;
    return entries.flatMap((entry, index) => {
      if (entry === null || typeof entry !== 'object' || Array.isArray(entry) || name in entry) return [];
      (entry as Record<string, YamlValue>)[name] = values[0]!.value;
      return [[list, index, name]];
    });
  });
}

/** What has been said, as a record. What has been left open is not in it. */
function recordFrom({ dataset }: Workspace, kind: string, settings: readonly DraftSetting[]): YamlRecord {
  const said = settings.filter(({ text }) => text.trim() !== '');
  return withOwners(kind, givenRecord(kind, said, dataset), dataset);
}

/** Whether a state belonged to the organization of a record on the record's day, in a sentence. */

import * as l10n from '@vscode/l10n';
import { capitalized } from '../../../l10n/language.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { inWords } from '../../dataset/dates/edtf.ts';
import type { Reader } from '../../dataset/reader.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import { schemaAt } from '../../dataset/schema.ts';
import type { YamlRecord } from '../../dataset/yaml/tree.ts';
import { when } from '../../rules/support/dates.ts';
import type { Membership } from '../../rules/support/membership.ts';
import { shortName } from '../../rules/support/organizations.ts';
import { standingInWords } from '../../rules/support/standing.ts';
import { type StandingOf, standingOf } from '../../rules/support/standing-of.ts';
import { clip, escapeMarkdown } from '../markdown.ts';
import { sourceInWords } from './sources.ts';

/** In characters. */
const LONGEST_NAME = 120;

/** "Member of the OTS on 7 October 2025 (since 15 October 2019), according to …"; nothing where the question means nothing. */
export function standingSentence(
  reader: Reader,
  record: DatasetRecord,
  state: string,
  dataset: Dataset,
): string | undefined {
  const standing = standingOf(reader, record, state);
  if (!standing) return undefined;
  const { organization, membership } = standing;
  const source = membership && sourceOf(membership, standing, dataset);
  const place = [clip(shortName(organization), LONGEST_NAME), when(standing.date)] as const;
  const sentence = escapeMarkdown(wordsOf(standing, ...place));
  return source === undefined ? `${sentence}.` : l10n.t('{0}, according to {1}.', sentence, source);
}

function wordsOf({ answer, membership }: StandingOf, organization: string, day: string): string {
  if (answer === 'yes' && membership) {
    const period = periodOf(membership);
    const standing = l10n.t('{0} of {1} {2}', nounOf(membership), organization, day);
    return `${standing}${period && ` (${period.trim()})`}`;
  }
  const other = membership ? ` (${standingInWords(membership.status)}${periodOf(membership)})` : '';
  const said =
    answer === 'no'
      ? l10n.t('Not a member of {0} {1}', organization, day)
      : l10n.t('Not known whether a member of {0} {1}', organization, day);
  return `${said}${other}`;
}

/** "Observer" for an entry of that status. */
function nounOf({ status }: Membership): string {
  return capitalized(standingInWords(status).replace(/^an? /, ''));
}

/** " since 15 October 2019"; empty where the entry gives no dates. */
function periodOf({ period }: Membership): string {
  return period.text === '../..' ? '' : ` ${inWords(period)}`;
}

/** The source of an entry in the organization's record. */
function sourceOf({ path }: Membership, { organization }: StandingOf, dataset: Dataset): string | undefined {
  const schema = schemaAt(organization.kind, path);
  const record = dataset.find(organization.kind, organization.id)?.record;
  let entry: unknown = record?.value;
  for (const step of path) entry = (entry as YamlRecord | undefined)?.[step];
  return schema && entry ? sourceInWords(schema, entry as YamlRecord, dataset) : undefined;
}

/** Reports bodies that are no part of the organization they are named with. */
import * as l10n from '@vscode/l10n';
import type { Related } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { type Schema, walkTo } from '../dataset/schema.ts';
import type { Path } from '../dataset/yaml/tree.ts';
import { isSuccession, lineage, shortName, standsAlone } from './support/organizations.ts';
import { listIn, mapIn } from './support/values.ts';
import { sentence } from './support/words.ts';

const SUMMIT =
  'kind: summit\nid: csto-elders-2025\nname: Meeting of the elders\norganization: csto\nbody: BODY\nstatus: held\ndate: 2025-10-07\ncitations: [{ source: example-report }]\n';

export const bodyOfOtherOrganization: Rule = {
  name: 'body-of-other-organization',
  severity: 'error',
  title: 'A body is not part of the organization it is named with.',
  docs: {
    what: 'A `body` that stands beside an `organization` and belongs, by the `parent` of its record and of those above it, to another one. An institution that an organization is merely tied to is no part of it. Bodies whose record does not say whose they are, and bodies of an organization that came before or after, are left alone.',
    why: 'The meeting, proposal or document appears under two organizations, and checks of members and chairs ask the wrong one.',
    fix: 'Name the organization that the body belongs to, or the body that is meant.',
  },
  examples: {
    wrong: [
      SUMMIT.replace('BODY', '⟦ots-council-of-elders⟧'),
      'kind: document\nid: academy-plan\ntitle: Plan of the academy\ntype: plan\norganization: ots\nbody: ⟦turkic-academy⟧\ncitations: [{ source: example-report }]\n',
    ],
    right: [SUMMIT.replace('BODY', 'csto-csc'), SUMMIT.replace('BODY', 'csto-working-group-afghanistan')],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    for (const { path, organization, body } of pairsIn(record)) {
      const stranger = strangerIn(reader, organization, body);
      const span = stranger && document.spanOf(path);
      if (span && !document.isDoubtful(span)) yield { span, ...stranger };
    }
  },
};

interface Pair {
  /** Where the body stands. */
  readonly path: Path;
  readonly organization: string;
  readonly body: string;
}

function hasBody({ properties }: Schema): boolean {
  return properties.get('body')?.reference === 'organization';
}

/** Every body with the organization beside it; a series of an organization's own record is one of its bodies'. */
function* pairsIn(record: DatasetRecord): Generator<Pair> {
  for (const { path, value, schema } of walkTo(record.kind, record.value, hasBody)) {
    const map = mapIn(value);
    const isOwn = record.kind === 'organization' && !schema.properties.has('organization');
    const organization = isOwn ? record.id : map.organization;
    if (typeof organization !== 'string' || typeof map.body !== 'string') continue;
    yield { path: [...path, 'body'], organization, body: map.body };
  }
}

/** What is to be said of a body that certainly is no part of an organization. */
function strangerIn(reader: Reader, organizationId: string, bodyId: string) {
  const organization = reader.find('organization', organizationId);
  const line = lineage(reader, bodyId);
  const [body, top] = [line[0], line.at(-1)];
  if (!organization || !body || !top || line.some(({ id }) => id === organization.id)) return undefined;
  const name = sentence(body.label);
  const here = shortName(organization);
  const tied = line.find((view) => listIn(view.get('affiliated_to')).includes(organization.id));
  if (tied) {
    const message = l10n.t(
      '{0} is tied to {1} without being a part of it: name it as the organization, or take another body.',
      name,
      here,
    );
    return { message, related: [place(tied, ['affiliated_to'], l10n.t('What {0} is tied to', tied.label))] };
  }
  if (!standsAlone(top) || isSuccession(reader, top, organization)) return undefined;
  if (top === body) {
    const message = l10n.t(
      '{0} is no body of {1}, but stands on its own: name it as the organization, or take another body.',
      name,
      here,
    );
    return { message, related: [place(body, ['type'], body.label)] };
  }
  const message = l10n.t(
    '{0} is a body of {1}, not of {2}: take another body, or name that organization.',
    name,
    shortName(top),
    here,
  );
  return { message, related: [place(body, ['parent'], l10n.t('What {0} is a part of', body.label))] };
}

function place({ kind, id }: RecordView, path: Path, message: string): Related {
  return { kind, id, path, message };
}

/** Short texts of terms, meetings and organizations, of which the tests of rules about the chair make their stories. */

/** Lines of a record; a field without a value is left out. */
type Fields = Readonly<Record<string, string | number | undefined>>;

function record(fields: Fields): string {
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n`;
}

/** A term in the chair of the OTS, unless its fields say otherwise. */
export function chair(id: string, state: string, from: string | undefined, to?: string, more: Fields = {}): string {
  return record({ kind: 'chairmanship', id, organization: 'ots', state, from, to, ...more });
}

/** A regular meeting of the heads of state of the OTS, unless its fields say otherwise. */
export function session(id: string, host: string | undefined, date: string, more: Fields = {}): string {
  const ots = { organization: 'ots', body: 'ots-chs', level: 'heads-of-state', format: 'regular' };
  return record({ kind: 'summit', id, name: `Meeting ${id}`, ...ots, status: 'held', date, host, ...more });
}

/** The fields of a session of the CSTO. */
export const CSTO = { organization: 'csto', body: 'csto-csc' };

/** An organization that the registry does not know. */
export function organization(id: string, more: Fields = {}): string {
  return record({ kind: 'organization', id, name: `Organization ${id}`, type: 'organization', ...more });
}

/** Files by name, each with one of the texts. */
export function files(...texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [`other-${index + 1}.yaml`, text]));
}

/** How messages call organizations. */
import { expect, it } from 'vitest';
import { shortName } from '../../server/rules/support/organizations.ts';
import { makeWorkspace } from '../support/fixture.ts';

it.each([
  ['ots', 'the OTS'],
  ['csto', 'the CSTO'],
  ['osce', 'the OSCE'],
  ['eco', 'the ECO'],
  ['un', 'the UN'],
  ['nato', 'NATO'],
  ['asean', 'ASEAN'],
  ['cica', 'CICA'],
  ['guam', 'GUAM'],
  ['brics', 'BRICS'],
  ['ots-cfm', 'OTS Council of Foreign Ministers'],
])('%s is called %s', (id, name) => {
  const organization = makeWorkspace({}, []).reader().find('organization', id)!;
  expect(shortName(organization)).toBe(name);
});

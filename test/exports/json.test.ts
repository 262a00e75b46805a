/** JSON: one document, read back with JSON.parse. */
import { describe, expect, it } from 'vitest';
import { json } from '../../server/exports/json.ts';
import { exportDataset, write } from './support.ts';

const MANIFEST = 'dataset: Talks "on" water\nlicense: CC0-1.0\n';
const SUMMIT = 'kind: summit\nid: a\nname: "Зустріч \\u2028 會議"\nordinal: 3\nplace: { city: Gabala }\n';

async function exported(files: Record<string, string>): Promise<unknown> {
  const { text } = await write(json, exportDataset(files, { withRegistry: false }));
  return JSON.parse(text());
}

describe('JSON', () => {
  it('has what the manifest says and the records as they were written', async () => {
    expect(
      await exported({ 'initiatives.yaml': MANIFEST, 'a.yaml': SUMMIT, 'b.yaml': 'kind: state\nid: KAZ\n' }),
    ).toEqual({
      dataset: 'Talks "on" water',
      description: null,
      license: 'CC0-1.0',
      records: [
        { kind: 'summit', id: 'a', name: 'Зустріч \u2028 會議', ordinal: 3, place: { city: 'Gabala' } },
        { kind: 'state', id: 'KAZ' },
      ],
    });
  });

  it('is as valid with a single record, and with none', async () => {
    expect(await exported({ 'a.yaml': 'kind: state\nid: KAZ\n' })).toMatchObject({ records: [{ id: 'KAZ' }] });
    expect(await exported({ 'a.yaml': '# nothing\n' })).toEqual({
      dataset: 'dataset',
      description: null,
      license: null,
      records: [],
    });
  });

  it('keeps a key that JavaScript has a meaning for', async () => {
    const { text } = await write(
      json,
      exportDataset({ 'a.yaml': 'kind: state\nid: KAZ\n__proto__: { note: x }\n' }, { withRegistry: false }),
    );
    expect(text()).toContain('"__proto__":{"note":"x"}');
  });
});

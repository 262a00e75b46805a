/** Completion in texts that are cut off anywhere, as they are while someone types: it never fails, and what it adds stands where it says. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKind, schemaAt } from '../../../server/dataset/schema.ts';
import type { Path, YamlValue } from '../../../server/dataset/yaml/tree.ts';
import { parseYaml } from '../../../server/dataset/yaml/yaml.ts';
import { contextAt, type Slot } from '../../../server/features/completion/context.ts';
import { makeWorkspace, ROOT } from '../../support/fixture.ts';
import { share } from '../../support/share.ts';
import { apply, askIn, expectSound } from './support.ts';

const SAMPLES = new URL('../../../samples/eurasia/', import.meta.url);
const records = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && name.includes('/'))
  .sort()
  .map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));
const workspace = makeWorkspace({}, []);
const uri = `${ROOT}/draft.yaml`;

/** Puts a text into the workspace and asks in it. */
function askText(text: string, cursor: number) {
  workspace.apply([{ uri, text }]);
  return askIn(workspace, uri, cursor);
}

function valueAt(value: YamlValue, path: Path): YamlValue | undefined {
  let current: YamlValue | undefined = value;
  for (const step of path) current = (current as Record<string | number, YamlValue> | null | undefined)?.[step];
  return current;
}

/** Whether a key stands in the map that a slot has in mind; below a list in any of its items. */
function holdsKey(text: string, kind: string, slot: Slot, key: string): boolean {
  const { value } = parseYaml(text).at(-1)!.document;
  let { path } = slot;
  let schema = schemaAt(kind, path);
  while (schema?.items) {
    path = [...path, 0];
    schema = schema.items;
  }
  const map = valueAt(value, path);
  return map !== null && typeof map === 'object' && key in map;
}

/** Whether a value stands where a slot has it in mind, alone or as the only item of a list; what makes ids, as a part of one. */
function holdsValue(text: string, kind: string, slot: Slot, label: string): boolean {
  const found = valueAt(parseYaml(text).at(-1)!.document.value, slot.path);
  const schema = schemaAt(kind, slot.path);
  const value = String(Array.isArray(found) && schema?.items ? found[0] : found);
  return schema?.idHabit ? value.toLowerCase().includes(label.toLowerCase()) : value === label;
}

const sample = fc.constantFrom(...records);
const place = fc.tuple(sample, share, fc.boolean(), fc.boolean());

describe('a record cut off, or with the cursor, anywhere', () => {
  test('completes without failing, and every property lands in its map', () => {
    fc.assert(
      fc.property(place, ([record, part, cut, crlf]) => {
        const whole = crlf ? record.replaceAll('\n', '\r\n') : record;
        const cursor = Math.round(part * whole.length);
        const text = cut ? whole.slice(0, cursor) : whole;
        if (text[cursor - 1] === '\r') return;
        const asked = askText(text, cursor);
        expectSound(asked);
        const slot = contextAt(text, cursor).slots[0];
        const kind = /^kind: (\w+)/m.exec(text)?.[1];
        if (!slot || !isKind(kind) || slot.path[0] === 'kind' || !schemaAt(kind, slot.path)) return;
        for (const item of asked.items) {
          const after = apply(text, item);
          const holds = item.kind === 'property' ? holdsKey : item.kind === 'snippet' ? undefined : holdsValue;
          expect(holds?.(after, kind, slot, item.label) ?? true, `${item.label} is lost:\n${after}`).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('completes without failing in texts of stray marks', () => {
    const piece = fc.constantFrom(
      ...['kind: summit', 'place:', 'host: ', '- ', '  ', '\n', '\r\n', '"', "'", '{', '}', '[', ']', ',', ':', '#'],
      ...['&a ', '*a', '|', '>-', '---', '...', '\t', '? ', '!t ', '%', 'имя', '🙂', 'state', '<<: '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), (pieces, at) => {
        const text = pieces.join('');
        expectSound(askText(text, at % (text.length + 1)));
      }),
      { numRuns: 1500 },
    );
  });
});

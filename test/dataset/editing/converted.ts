/** Text with one of its collections in the other style. */
import { expect } from 'vitest';
import { toBlock } from '../../../server/dataset/editing/block-style.ts';
import { toFlow } from '../../../server/dataset/editing/flow-style.ts';
import { indentationOf } from '../../../server/dataset/editing/indentation.ts';
import { keepValue } from '../../../server/dataset/editing/same-value.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import type { Path } from '../../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

export type Style = 'block' | 'flow';

/** The text with what stands at a path in the other style; nothing where it cannot be. */
export function converted(text: string, path: Path, to: Style): string | undefined {
  const yaml = new YamlDocument(text);
  const place = yaml.place(path)!;
  const edit = to === 'block' ? toBlock(text, place, indentationOf(text, yaml.root)) : toFlow(text, place);
  if (!edit) return undefined;
  expect(keepValue([edit], yaml)).toBe(true);
  return applyEdits(text, [edit]);
}

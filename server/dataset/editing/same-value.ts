/** Whether edits change how a text is written and not what it says. */
import { sameValue } from '../record.ts';
import { applyEdits, type TextEdit } from '../text.ts';
import { YamlDocument } from '../yaml/yaml.ts';

/** Values of more maps and lists than this are not compared: aliases can make small texts mean endless ones. */
const MOST_COMPARED = 200_000;

/** Whether a document means the same after edits and is no more broken; the order of keys does not count. */
export function keepValue(edits: readonly TextEdit[], yaml: YamlDocument): boolean {
  const after = new YamlDocument(applyEdits(yaml.text, edits));
  return after.errors.length <= yaml.errors.length && sameValue(after.value, yaml.value, { left: MOST_COMPARED });
}

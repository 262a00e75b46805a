/** The tools in package.json and their texts for people, as their declarations have them. */
import { inputOf } from '../index.ts';
import type { Tool } from '../tool.ts';

const PREFIX = 'securityInitiatives_';
const TEXTS = 'tools.';

/** The text of package.json with the tools as they are; the rest stays as it is. */
export function withTools(manifest: string, tools: readonly Tool[]): string {
  const value = JSON.parse(manifest);
  value.contributes.languageModelTools = tools.map(contributionOf);
  return written(value);
}

/** The text of package.nls.json with what people read of the tools; the rest stays as it is. */
export function withTexts(texts: string, tools: readonly Tool[]): string {
  const all = Object.entries(JSON.parse(texts));
  const first = all.findIndex(([name]) => name.startsWith(TEXTS));
  const others = all.filter(([name]) => !name.startsWith(TEXTS));
  const own = tools.flatMap(({ name, title, description }) => [
    [`${TEXTS}${name}.title`, title],
    [`${TEXTS}${name}.description`, description],
  ]);
  others.splice(first < 0 ? others.length : first, 0, ...(own as typeof others));
  return written(Object.fromEntries(others));
}

function contributionOf(tool: Tool) {
  const { name, reference, modelDescription, icon } = tool;
  return {
    name: `${PREFIX}${name}`,
    toolReferenceName: reference,
    displayName: `%${TEXTS}${name}.title%`,
    userDescription: `%${TEXTS}${name}.description%`,
    modelDescription,
    icon: `$(${icon})`,
    // A list of tools is short, and no place for what answers nothing.
    when: 'securityInitiatives.hasRecords || securityInitiatives.hasManifest',
    canBeReferencedInPrompt: true,
    tags: ['security-initiatives', 'yaml', 'dataset'],
    inputSchema: inputOf(tool),
  };
}

function written(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The walkthrough and the words of the empty view: each button does something, each picture is small and has the colours of the theme. */
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from './papers.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');
const { contributes } = JSON.parse(read('package.json'));
const texts: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
const textOf = (key: string) => texts[key.replaceAll('%', '')] ?? '';
const commands = new Set(contributes.commands.map(({ command }: { command: string }) => command));
/** Those of VS Code that the texts lead to. */
const BUILT_IN = ['vscode.openFolder', 'workbench.action.openWalkthrough'];

const [walkthrough] = contributes.walkthroughs;
const steps: readonly Step[] = walkthrough.steps;
const linked = (text: string) => [...text.matchAll(/\]\(command:([\w.]+)(?:\?([^)]*))?\)/g)];

describe('the walkthrough', () => {
  it('goes from the sample by way of an error, its fix, a reference and the timeline to an export', () => {
    expect(steps.map(({ id }) => id)).toEqual(['sample', 'error', 'fix', 'reference', 'timeline', 'export', 'begin']);
  });

  it.each(steps)('tells and shows what $id is about, and notices when it is done', (step) => {
    for (const key of [step.title, step.description, step.media.altText]) expect(textOf(key)).not.toBe('');
    const [first] = linked(textOf(step.description));
    expect(commands).toContain(first?.[1]);
    // What a command of ours runs is not noticed: the button's own has to be there.
    expect(step.completionEvents).toContain(`onCommand:${first?.[1]}`);
    expect(step.completionEvents.length).toBeGreaterThan(0);
    for (const event of step.completionEvents)
      expect(event).toMatch(/^onCommand:securityInitiatives\.|^onContext:securityInitiatives\.hasRecords$/);
    for (const [, command] of step.completionEvents.map((event) => event.split('onCommand:')))
      if (command !== undefined) expect(commands).toContain(command);
  });

  it('has pictures in the colours of the theme, which load nothing and are small together', () => {
    const paths = steps.map(({ media }) => media.svg);
    for (const path of paths) {
      const svg = read(path);
      expect(svg).toContain('var(--vscode-');
      // VS Code lets none of these through, or none of these knows the theme.
      expect(svg).not.toMatch(/style=|<style|<script|<image|href|#[\da-f]{3,8}"|rgb\(/i);
    }
    expect(paths.reduce((sum, path) => sum + statSync(`${ROOT}${path}`).size, 0)).toBeLessThan(60_000);
  });
});

describe('the empty view', () => {
  const entries: readonly { contents: string; when: string }[] = contributes.viewsWelcome;

  it('says what to do, without a folder and with one, as long as there are no records', () => {
    for (const { when } of entries) expect(when).toMatch(/^!securityInitiatives\.hasRecords\b/);
    const withFolder = entries.filter(({ when }) => !when.includes('== empty')).map(({ contents }) => textOf(contents));
    expect(withFolder.join()).toContain('(command:securityInitiatives.initializeDataset)');
    for (const state of ['==', '!=']) {
      const [entry] = entries.filter(({ when }) => when.includes(`workbenchState ${state} empty`));
      expect(textOf(entry!.contents)).toContain('(command:securityInitiatives.copySampleDataset)');
    }
  });

  it('leads to commands that there are, with arguments that can be read, and to the walkthrough', () => {
    const all = [...entries.map(({ contents }) => contents), ...steps.map(({ description }) => description)];
    for (const [, command = '', args] of all.flatMap((key) => linked(textOf(key)))) {
      expect([...commands, ...BUILT_IN]).toContain(command);
      if (args === undefined) continue;
      const value = JSON.parse(decodeURIComponent(args));
      if (command === 'workbench.action.openWalkthrough')
        expect(value).toBe(`security-initiatives.security-initiatives#${walkthrough.id}`);
      else expect(steps.map(({ id }) => id)).toContain(value[0].step);
    }
  });
});

/** Asks axe-core about the page: every rule it has, best practices and experiments too, but for those that say why not. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that cannot apply. */
const EXCEPT: Readonly<Record<string, string>> = {
  'label-content-name-mismatch':
    'A label in the drawing is cut where there is no room, and says “c.” and “?” where the name says “about” and “perhaps”.',
};

/** Level AAA asks for 7 : 1. Colours are the theme's, and only those of high contrast promise that much. */
const ONLY_IN_HIGH_CONTRAST = 'color-contrast-enhanced';

/** What axe cannot decide by itself, and where it is decided instead. */
const UNDECIDED: Readonly<Record<string, string>> = {
  'color-contrast': 'Texts over other shapes are measured by their pixels: see contrast.ts.',
  'color-contrast-enhanced': 'as above',
  'th-has-data-cells': 'The column of problems is empty where no record has any.',
  'hidden-content': 'What is hidden is looked at in the scene that shows it.',
};

/** Violations, and what is left undecided for no known reason: "rule: element". */
export async function complaintsOfAxe(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const { violations, incomplete } = await page.evaluate(
    async ({ except, enhanced }) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const demanding = document.body.classList.contains('vscode-high-contrast');
      const rules = axe.getRules().map(({ ruleId }) => {
        const enabled = !except.includes(ruleId) && (ruleId !== enhanced || demanding);
        return [ruleId, { enabled }] as const;
      });
      return axe.run(document, { rules: Object.fromEntries(rules), resultTypes: ['violations', 'incomplete'] });
    },
    { except: Object.keys(EXCEPT), enhanced: ONLY_IN_HIGH_CONTRAST },
  );
  const found = [...violations, ...incomplete.filter(({ id }) => !(id in UNDECIDED))];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll('\n', ' ')}`,
    ),
  );
}

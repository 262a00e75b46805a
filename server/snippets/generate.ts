/** Writes VS Code's snippets, one a kind: those that completion offers in a document that says nothing yet; with `--check` it only says whether they are stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseEdtf } from '../dataset/dates/edtf.ts';
import { registry } from '../dataset/registry.ts';
import { Workspace } from '../dataset/workspace.ts';
import { completions } from '../features/completion/index.ts';

const FILE = fileURLToPath(new URL('../../client/snippets/records.json', import.meta.url));
const NAME = 'client/snippets/records.json';

/** A day that stands in no example, in the place of the one on which a snippet is used. */
const DAY = { text: '9876-12-31', year: '9876', rest: '-12-31' };
const URI = 'untitled:record';

/**
 * A snippet as VS Code reads it. Without a prefix it is offered by "Insert Snippet" and "Fill File with Snippet", and not
 * once more in the list of completions, where the server has the same with ids by the dataset's habits.
 */
interface Snippet {
  readonly description: string;
  readonly isFileTemplate: true;
  readonly body: string;
}

/** By name: that of the kind, as a title. */
export function snippets(): Readonly<Record<string, Snippet>> {
  const today = parseEdtf(DAY.text)!;
  const workspace = new Workspace({ registry: registry(), rules: [], settings: { today, rules: {} } });
  workspace.apply([{ uri: URI, text: '' }]);
  // What follows a placeholder in other letters does so only once that is left: a snippet is to be right from the first.
  const { items } = completions(workspace, URI, 0, { snippets: true, snippetTransforms: false });
  return Object.fromEntries(
    items
      .filter(({ isSnippet, documentation }) => isSnippet && documentation !== undefined)
      .map(({ label, newText, documentation }) => [
        label.charAt(0).toUpperCase() + label.slice(1),
        { description: documentation!.replaceAll('`', ''), isFileTemplate: true, body: `${onTheDay(newText)}\n$0` },
      ]),
  );
}

/** With variables for the parts of the day. */
function onTheDay(text: string): string {
  return text.replaceAll(DAY.year, '$CURRENT_YEAR').replaceAll(DAY.rest, '-$CURRENT_MONTH-$CURRENT_DATE');
}

function main(): void {
  const wanted = `${JSON.stringify(snippets(), null, 2)}\n`;
  const isThere = existsSync(FILE) && readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n') === wanted;
  if (isThere) console.log('The snippets are up to date.');
  else if (process.argv.includes('--check')) {
    console.error(`Not what the schemas say; \`npm run generate\` mends it:\n  ${NAME}`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, wanted);
    console.log(`Wrote ${NAME}.`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();

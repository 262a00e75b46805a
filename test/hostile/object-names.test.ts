/** Names that every object of JavaScript has, or that mean something to it: as ids, names, keys and rules they are like any other. */
import { afterAll, describe, expect, it } from 'vitest';
import { timelineEntries } from '../../server/dataset/timeline.ts';
import { formats } from '../../server/exports/index.ts';
import { codeActions } from '../../server/features/code-actions.ts';
import { completions } from '../../server/features/completion/index.ts';
import { hover } from '../../server/features/hover.ts';
import { rename } from '../../server/features/rename.ts';
import { rules } from '../../server/rules/index.ts';
import { isRefusal } from '../../server/rules/support/renaming/refusal.ts';
import { exportDataset, write } from '../exports/support.ts';
import { openEditor, textsAfter } from '../support/editor.ts';
import { ROOT } from '../support/fixture.ts';

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length'];
const builtIn = () => [Object.prototype, Array.prototype, Function.prototype].map((each) => Reflect.ownKeys(each));
const before = builtIn();
afterAll(() => expect(builtIn()).toEqual(before));

const filesWith = (name: string) => ({
  'initiatives.yaml': `dataset: ${name}\nrules: { ${name}: off, constructor: error }\n`,
  'a.yaml': `kind: person\nid: ${name}\nname: ${name}\naliases: [${name} the second]\nformer_ids: [${name}-1]\nexceptions: [{ rule: ${name}, reason: ${name} }]\n${name}: { ${name}: x }\n`,
  'b.yaml': `kind: proposal\nid: b\ntitle: B\ndate: 2025-01-01\nparties: [{ person: ${name}$0 }]\nhistory: [{ status: ${name}, date: 2025 }]\nstatus: ${name}\n`,
});

describe.each(NAMES)('%s', (name) => {
  const editor = openEditor(filesWith(name), rules);
  const { workspace, converter, uri, cursor } = editor;

  it('is the id of a record that is found, shown and completed', () => {
    const about = [...workspace.uris].flatMap((file) => workspace.problemsOf(file));
    expect(about.map(({ rule }) => rule)).not.toContain('unknown-reference');
    expect(about.filter(({ rule }) => rule === 'schema').some(({ message }) => message.includes(name))).toBe(true);
    const shown = hover(workspace, uri, cursor, converter, { hoverMarkup: 'plaintext', rulePage: undefined });
    expect(JSON.stringify(shown?.contents)).toContain(name);
    const offered = completions(workspace, uri, cursor);
    expect(JSON.stringify(offered)).toContain(`"${name}"`);
  });

  it('is an id that can be changed', () => {
    const edit = rename(workspace, uri, cursor, 'someone-else', converter, { renamesFiles: true });
    if (isRefusal(edit)) throw new Error(edit.refusal);
    const texts = textsAfter(editor, edit);
    expect(texts['b.yaml']).toContain('person: someone-else }');
    expect(texts['a.yaml']).toContain('id: someone-else\n');
    expect(texts['a.yaml']).toContain(`${name}: { ${name}: x }`);
  });

  it('is in the way of no fix', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const client = {
      createsFiles: true,
      renamesFiles: true,
      deletesFiles: true,
      goToCommand: 'go',
      rulePage: undefined,
    };
    for (const file of workspace.uris) {
      for (const { edit } of codeActions(workspace, file, range, converter, client)) {
        expect(() => textsAfter(editor, edit)).not.toThrow();
      }
    }
  });

  it('is on the timeline', () => {
    const [document] = workspace.documentsOf(`${ROOT}/b.yaml`);
    const entries = timelineEntries(document!, workspace.reader());
    expect(JSON.stringify(entries)).toContain(name);
  });

  it.each(formats)('is exported as $name', async (format) => {
    const files = Object.fromEntries(
      Object.entries(filesWith(name)).map(([path, text]) => [path, text.replace('$0', '')]),
    );
    const written = await write(format, exportDataset(files, { withRegistry: false }));
    const bytes = Buffer.concat([...written.files.values()])
      .toString('latin1')
      .replaceAll('\\', '');
    expect(bytes).toContain(format.name === 'icalendar' ? 'BEGIN:VCALENDAR' : name);
  });

  it('is a key of its own in JSON', async () => {
    const json = formats.find((format) => format.name === 'json')!;
    const files = { 'a.yaml': filesWith(name)['a.yaml'] };
    const { records } = JSON.parse((await write(json, exportDataset(files, { withRegistry: false }))).text());
    expect(Object.hasOwn(records[0], name)).toBe(true);
    expect(records[0].id).toBe(name);
  });
});

// What an assistant in VS Code may use: the tools are there with their texts, answer without asking, and see what is not saved.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { closeEverything, openSample, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const NAMES = ['findRecords', 'readRecord', 'checkDraft', 'timeline', 'describeKind'];
const GABALA = 'summits/ots-summit-2025-gabala.yaml';

describe('tools for assistants', () => {
  afterEach(closeEverything);

  it('are listed with what a model is told of them', async () => {
    await openSample(GABALA);
    await use('describeKind', {});
    const listed = () => vscode.lm.tools.filter(({ name }) => name.startsWith('securityInitiatives_'));
    const ours = await waitFor('the tools', () => (listed().length === NAMES.length ? listed() : undefined));
    assert.deepEqual(ours.map(({ name }) => name).sort(), NAMES.map((name) => `securityInitiatives_${name}`).sort());
    for (const { description, inputSchema } of ours) {
      assert.ok(description.length > 100, description);
      assert.ok('dataset' in (inputSchema as { properties: object }).properties);
    }
  });

  it('find and read records, unsaved ones as they are in the editor', async () => {
    const editor = await openSample(GABALA);
    const found = await use('findRecords', { query: 'Габала', kind: 'summit' });
    assert.ok(found.records.some(({ id }: { id: string }) => id === 'ots-summit-2025-gabala'));
    await replace(editor, 'host: AZE', 'host: AZX');
    const { yaml, problems } = await use('readRecord', { id: 'ots-summit-2025-gabala' });
    assert.match(yaml, /host: AZX/);
    assert.ok(problems.some(({ rule }: { rule: string }) => rule === 'unknown-reference'));
  });

  it('check a draft by its rules, and leave no trace of it', async () => {
    const { document } = await openSample(GABALA);
    const wrong = 'kind: person\nid: new-person\nname: New Person\noffices:\n  - { title: President, state: KAX }\n';
    const first = await use('checkDraft', { yaml: wrong });
    assert.deepEqual(
      first.problems.map(({ rule, line }: { rule: string; line: number }) => [rule, line]),
      [['unknown-reference', 5]],
    );
    const second = await use('checkDraft', { yaml: wrong.replace('KAX', 'KAZ') });
    assert.deepEqual(second.problems, []);
    assert.deepEqual(second.records, [
      { kind: 'person', id: 'new-person', name: 'New Person', line: 1, file: 'persons/new-person.yaml' },
    ]);
    await assert.rejects(use('readRecord', { id: 'new-person' }), /No record is called "new-person"/);
    const same = await use('checkDraft', { yaml: document.getText().replace('host: AZE', 'host: AZX'), replace: true });
    assert.ok(same.problems.some(({ rule }: { rule: string }) => rule === 'unknown-reference'));
    await diagnosticsOf(document.uri, (it) => it.length === 0);
    assert.deepEqual(
      vscode.languages.getDiagnostics().filter(([uri]) => uri.scheme === 'draft'),
      [],
    );
  });

  it('tell a timeline, and what a kind may hold', async () => {
    const { organization, events } = await use('timeline', {
      organization: 'Turkic Council',
      from: '2025',
      to: '2025',
    });
    assert.equal(organization.id, 'ots');
    assert.ok(events.some(({ id }: { id: string }) => id === 'ots-summit-2025-gabala'));
    const { fields } = await use('describeKind', { kind: 'summit' });
    assert.ok(fields.some(({ field }: { field: string }) => field === 'participants[].role'));
  });

  it('say what was asked wrongly', async () => {
    await assert.rejects(use('findRecords', { kind: 'meeting' }), /`kind` must be one of/);
    await assert.rejects(use('readRecord', {}), /`id` is missing/);
  });

  it('stop when nobody waits any more', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    await assert.rejects(
      Promise.resolve(
        vscode.lm.invokeTool(
          'securityInitiatives_timeline',
          { input: { organization: 'ots' }, toolInvocationToken: undefined },
          source.token,
        ),
      ),
    );
  });
});

/** Outside of a chat there is nobody who could confirm anything: an answer has come without. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever is in it.
async function use(tool: string, input: object): Promise<any> {
  const name = `securityInitiatives_${tool}`;
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value);
}

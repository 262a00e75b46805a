/** The tools that assistants may use without asking: each reads the dataset through the server, and changes nothing. */
import {
  type CancellationToken,
  commands,
  Disposable,
  type ExtensionContext,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type DatasetStatus, Method, type ToolAnswer, type UseToolParams } from '../server/protocol.ts';

const PREFIX = 'securityInitiatives_';
/** A part of the condition under which tools are offered, in package.json. */
const HAS_MANIFEST = 'securityInitiatives.hasManifest';
const MANIFEST = 'initiatives.yaml';

/** Registers what package.json contributes; nothing in hosts that know no such tools. */
export function registerTools({ extension }: ExtensionContext, client: BaseLanguageClient): Disposable[] {
  const contributed: readonly { readonly name: string }[] = extension.packageJSON.contributes.languageModelTools ?? [];
  if (typeof lm?.registerTool !== 'function') return [];
  return [
    ...contributed.map(({ name }) => lm.registerTool(name, toolNamed(name.slice(PREFIX.length), client))),
    offerToDatasets(client),
  ];
}

/** Has the tools offered also where a dataset has no records yet: its first one may well be drafted. */
function offerToDatasets(client: BaseLanguageClient): Disposable {
  const offer = () => commands.executeCommand('setContext', HAS_MANIFEST, true);
  const watcher = workspace.createFileSystemWatcher(`**/${MANIFEST}`, false, true, true);
  watcher.onDidCreate(offer);
  const started = client.onDidChangeState(async ({ newState }) => {
    if (newState === State.Running && (await hasManifest(client))) offer();
  });
  return Disposable.from(watcher, started);
}

/** The server knows where datasets are also where VS Code cannot search, as in most file systems on no disk. */
async function hasManifest(client: BaseLanguageClient): Promise<boolean> {
  const datasets = await client.sendRequest<DatasetStatus[]>(Method.datasets);
  const found = await Promise.all(
    datasets.map(({ dataset }) => isFile(Uri.joinPath(Uri.parse(dataset, true), MANIFEST))),
  );
  return found.includes(true);
}

function isFile(uri: Uri): Thenable<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

function toolNamed(tool: string, client: BaseLanguageClient): LanguageModelTool<unknown> {
  return {
    // Without a question to confirm: it only reads. Nothing of the input is shown, which may be anybody's words.
    prepareInvocation: () => ({ invocationMessage: doing(tool) }),
    async invoke({ input }, token) {
      const { text, isMisuse } = await use(tool, input, client, token);
      if (isMisuse) throw new Error(text);
      return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    },
  };
}

function use(tool: string, input: unknown, client: BaseLanguageClient, token: CancellationToken): Promise<ToolAnswer> {
  const params: UseToolParams = { tool, input, uri: window.activeTextEditor?.document.uri.toString() };
  return client.sendRequest<ToolAnswer>(Method.useTool, params, token);
}

/** What is shown while a tool is at work. */
function doing(tool: string): string {
  switch (tool) {
    case 'findRecords':
      return l10n.t('Looking for records');
    case 'readRecord':
      return l10n.t('Reading a record');
    case 'checkDraft':
      return l10n.t('Checking a draft');
    case 'timeline':
      return l10n.t('Reading a timeline');
    default:
      return l10n.t('Reading about kinds of records');
  }
}

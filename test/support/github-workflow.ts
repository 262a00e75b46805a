/** What GitHub's own parser says of a workflow, or of an action. */
import { build } from 'esbuild';

/** The part of the package that is used here. */
type Parser = typeof import('@actions/workflow-parser') &
  typeof import('@actions/workflow-parser/actions/action-parser');

let loading: Promise<Parser> | undefined;

/** The package imports its JSON in a way that only bundlers understand, so it is bundled once. */
async function load(): Promise<Parser> {
  const { outputFiles } = await build({
    stdin: {
      contents: ['', '/actions/action-parser']
        .map((part) => `export * from '@actions/workflow-parser${part}';`)
        .join('\n'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///');" },
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`);
}

/** Every mistake in the text of a workflow, in GitHub's words. */
export async function mistakesInWorkflow(content: string): Promise<string[]> {
  loading ??= load();
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await loading;
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  const read = context.errors.getErrors().map(({ message }) => message);
  if (!value) return read;
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  return [...new Set([...read, ...errors.map(({ Message }) => Message)])];
}

/** Every mistake in the text of an `action.yml`, in GitHub's words. */
export async function mistakesInAction(content: string): Promise<string[]> {
  loading ??= load();
  const { NoOperationTraceWriter, parseAction } = await loading;
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

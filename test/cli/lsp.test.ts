/** `lsp` as a process: a language server on standard input and output. */
import { expect, it } from 'vitest';
import { start, useCli } from './support.ts';

useCli();

function message(content: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

it.each([[['--stdio']], [[]]])('answers and ends as the client says (%j)', async (args) => {
  const child = start(['lsp', ...args]);
  let stdout = '';
  const answer = (id: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (stdout.includes(`"id":${id},`)) resolve();
        else child.stdout.once('data', look);
      };
      look();
    });
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  child.stdin.write(message({ id: 1, method: 'initialize', params }));
  await answer(1);
  expect(stdout).toContain('"capabilities":{');
  child.stdin.write(message({ method: 'initialized', params: {} }));
  child.stdin.write(message({ id: 2, method: 'shutdown' }));
  await answer(2);
  child.stdin.write(message({ method: 'exit' }));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
});

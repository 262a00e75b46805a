/** An assistant's side of the conversation: the official client, talking to the command line as a process. */
import { Client } from '@modelcontextprotocol/client';
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { onTestFinished } from 'vitest';
import { cliCommand } from '../support.ts';

/** What a tool has answered. */
export interface Answered {
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever is in it.
  readonly data: any;
  readonly isError: boolean;
}

interface StartOptions {
  readonly cwd?: string;
  readonly era?: 'legacy' | 'auto';
  /** A script that runs in the process before everything else. */
  readonly preload?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export class Assistant {
  readonly client: Client;
  readonly transport: StdioClientTransport;
  /** What the server has said beside its answers. */
  stderr = '';

  private constructor(client: Client, transport: StdioClientTransport) {
    this.client = client;
    this.transport = transport;
    transport.stderr?.on('data', (chunk) => {
      this.stderr += String(chunk);
    });
  }

  /** Starts `mcp` with these arguments. The era is that of the protocol: with a handshake, or the newest. */
  static async start(args: readonly string[], { cwd, era = 'legacy', preload, env }: StartOptions = {}) {
    const [command, ...before] = cliCommand();
    const transport = new StdioClientTransport({
      command,
      args: [...(preload === undefined ? [] : ['--require', preload]), ...before, 'mcp', ...args],
      stderr: 'pipe',
      ...(cwd !== undefined && { cwd }),
      ...(env && { env: { ...getDefaultEnvironment(), ...env } }),
    });
    const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode: era } });
    const assistant = new Assistant(client, transport);
    await client.connect(transport);
    onTestFinished(() => client.close());
    return assistant;
  }

  async use(name: string, input: Record<string, unknown> = {}): Promise<Answered> {
    const { content, structuredContent, isError = false } = await this.client.callTool({ name, arguments: input });
    const [part] = content;
    return { text: part?.type === 'text' ? part.text : '', data: structuredContent, isError };
  }
}

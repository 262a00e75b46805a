/** Files by way of the client, for workspaces that this process cannot reach: virtual ones, and all of them in a browser. */
import { type ListFilesParams, Method, type ReadFileParams } from '../protocol.ts';
import { Limit } from './limit.ts';
import { decode, type FileSource, failure, isListedIn, type Listing, MAX_BYTES, type ReadResult } from './source.ts';
import { canonicalUri } from './uri.ts';

/** Sends a request to the client and gives its answer. */
export type SendRequest = (method: string, params: unknown) => Promise<unknown>;

const REQUESTS_AT_ONCE = 16;

/** Asks the client for listings and bytes; what it answers is checked like any other input. */
export class ClientFiles implements FileSource {
  readonly #send: SendRequest;
  readonly #limit = new Limit(REQUESTS_AT_ONCE);

  constructor(send: SendRequest) {
    this.#send = send;
  }

  async list(folder: string, signal?: AbortSignal): Promise<Listing> {
    const root = canonicalUri(folder);
    const params: ListFilesParams = { folder: root };
    signal?.throwIfAborted();
    const answer = await this.#ask(Method.listFiles, params);
    signal?.throwIfAborted();
    if (!Array.isArray(answer.value)) return { files: [], failures: [failure(root, 'other', answer.error)] };
    const uris = answer.value.filter((uri): uri is string => typeof uri === 'string').map(canonicalUri);
    return { files: [...new Set(uris)].filter((uri) => isListedIn(uri, root)).sort(), failures: [] };
  }

  async read(uri: string, most = MAX_BYTES): Promise<ReadResult> {
    const params: ReadFileParams = { uri };
    const answer = await this.#limit.run(() => this.#ask(Method.readFile, params));
    const bytes = typeof answer.value === 'string' ? fromBase64(answer.value) : undefined;
    if (bytes) return decode(uri, bytes, most);
    return { failure: answer.value === null ? failure(uri, 'missing') : failure(uri, 'other', answer.error) };
  }

  async #ask(method: string, params: unknown): Promise<{ value?: unknown; error?: string }> {
    try {
      return { value: await this.#send(method, params) };
    } catch (error) {
      return { error: error instanceof Error ? error.message.replace(/\.$/, '') : String(error) };
    }
  }
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    // What is not base64 is no file's bytes.
    return undefined;
  }
}

/** What all answers have in common: they leave others their turn, and end when they are called off. */
import { describe, expect, it } from 'vitest';
import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { Answering, type Parts } from '../../server/requests/answering.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const answering = new Answering({ loaded: () => Promise.resolve() } as Parts);

function manyDocuments() {
  const text = Array.from({ length: 200 }, (_, index) => `kind: summit\nid: s-${index}\n`).join('---\n');
  return makeWorkspace({ 'a.yaml': text }, []).documentsOf(`${ROOT}/a.yaml`);
}

describe('an answer that looks closely at many documents', () => {
  it('leaves messages their turn before it is made', async () => {
    const told: string[] = [];
    setImmediate(() => told.push('a key'));
    await answering.withTrees(manyDocuments(), new CancellationTokenSource().token, () => told.push('the answer'));
    expect(told).toEqual(['a key', 'the answer']);
  });

  it('is made at once where there are few', () => {
    const told: string[] = [];
    const documents = manyDocuments().slice(0, 10);
    void answering.withTrees(documents, new CancellationTokenSource().token, () => told.push('the answer'));
    expect(told).toEqual(['the answer']);
  });

  it('is not made any more once it is called off', async () => {
    const source = new CancellationTokenSource();
    const told: string[] = [];
    setImmediate(() => source.cancel());
    const answer = answering.withTrees(manyDocuments(), source.token, () => told.push('the answer'));
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(told).toEqual([]);
  });

  it('is what the call gives, or the mistake that it makes', async () => {
    const token: CancellationToken = new CancellationTokenSource().token;
    expect(await answering.withTrees([], token, () => 7)).toBe(7);
    const mistaken = answering.withTrees([], token, () => {
      throw new Error('no such thing');
    });
    await expect(mistaken).rejects.toThrow('no such thing');
  });
});

/** What goes along with a problem that the real server tells: the page about its rule, and the places that explain it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { ServerSession } from '../support/server.ts';

const SOURCE = 'kind: source\nid: communique\npublisher: Secretariat\n';
const SUMMIT =
  'kind: summit\nid: elders\nname: Meeting of the elders\norganization: csto\nbody: ots-council-of-elders\nstatus: held\ndate: 2025-10-07\ncitations: [{ source: communique }]\n';
const FILES = { 'elders.yaml': SUMMIT, 'communique.yaml': SOURCE };

let session: ServerSession;
afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

async function problem(options: Parameters<ServerSession['start']>[0]) {
  session = await new ServerSession(FILES).start(options);
  const [told] = await session.waitFor('elders.yaml', (all) => all.length === 1);
  return told!;
}

describe('the code of a problem', () => {
  it("leads to the rule's page, which comes with the server", async () => {
    const { code, codeDescription } = await problem({});
    expect(readFileSync(fileURLToPath(codeDescription!.href), 'utf8')).toMatch(new RegExp(`^# ${code}\n`));
  });

  it('leads where the client says', async () => {
    const { code, codeDescription } = await problem({ initializationOptions: { rulePage: 'rules:/{rule}.md' } });
    expect(codeDescription?.href).toBe(`rules:/${code}.md`);
  });
});

describe('the places that explain a problem', () => {
  it('can be in the registry, whose records open read-only', async () => {
    const { relatedInformation } = await problem({});
    const { uri, range } = relatedInformation![0]!.location;
    const { text } = await session.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
    const line = text.split('\n')[range.start.line]!;
    expect(line.slice(range.start.character, range.end.character)).toBe('ots');
    expect(line).toContain('parent:');
  });
});

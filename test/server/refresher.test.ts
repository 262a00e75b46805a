/** When the client is asked to ask again for hints, lenses and tokens: for what others see, and once at a time. */
import { beforeEach, describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { REGISTRY_ROOT } from '../../server/dataset/registry.ts';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { type Decoration, Refresher, type Refreshes } from '../../server/refresher.ts';
import { type FeatureSettings, readSettings } from '../../server/settings.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const settings = (section: object): FeatureSettings => readSettings(section, parseEdtf('2025-10-31')!, []).features;
const uri = (name: string) => `${ROOT}/${name}`;

let asked: Decoration[];
let answers: (() => void)[];
let open: string[];
let refresher: Refresher;
let workspace: Workspace;

const ask = (decoration: Decoration) => () => {
  asked.push(decoration);
  return new Promise<void>((resolve) => answers.push(resolve));
};

/** The client answers everything, and whatever it is asked because of that. */
async function answerAll(): Promise<void> {
  while (answers.length > 0) {
    for (const answer of answers.splice(0)) answer();
    await Promise.resolve()
      .then(() => {})
      .then(() => {});
  }
}

function follow(refreshes: Refreshes, files: Readonly<Record<string, string>>): void {
  asked = [];
  answers = [];
  refresher = new Refresher(refreshes, () => open, settings({}));
  workspace = makeWorkspace(files, []);
  refresher.changed(workspace, workspace.takeStale(), true);
}

/** Gives a file another text. @returns how many kinds of decoration the client is asked to ask for again */
async function edit(name: string, text: string | undefined): Promise<number> {
  const before = asked.length;
  workspace.apply([{ uri: uri(name), text }]);
  refresher.changed(workspace, workspace.takeStale(), false);
  const count = asked.length - before;
  await answerAll();
  return count;
}

const EVERY: Refreshes = {
  inlayHints: ask('inlayHints'),
  codeLenses: ask('codeLenses'),
  semanticTokens: ask('semanticTokens'),
};
const PERSON = 'kind: person\nid: ada\nname: Ada\n';
const SUMMIT = 'kind: summit\nid: s\nname: S\nchair: { person: ada }\norganization: ots\ndate: 2025\n';
const TERM = 'kind: chairmanship\nid: t\norganization: ots\nstate: KAZ\nfrom: 2024\n';
const FILES = { 'p.yaml': PERSON, 's.yaml': SUMMIT, 't.yaml': TERM };

describe('the client is asked to ask again', () => {
  beforeEach(() => {
    open = [uri('p.yaml'), uri('s.yaml')];
    follow(EVERY, FILES);
  });

  it.each([
    ['the name of a record that another open file shows', 'p.yaml', PERSON.replace('Ada', 'Ада')],
    ['its id', 'p.yaml', PERSON.replace('ada', 'bea')],
    ['a record that is gone', 'p.yaml', undefined],
    ['a record that comes', 'q.yaml', PERSON],
    ['a reference to a record in another open file', 's.yaml', SUMMIT.replace('ada', 'bea')],
    ['one more reference', 's.yaml', `${SUMMIT}participants: [{ person: ada }]\n`],
    ['a file that is not open', 'q.yaml', 'kind: summit\nid: q\nchair: { person: ada }\n'],
  ])('when an edit changes %s', async (_, name, text) => expect(await edit(name, text)).toBe(3));

  it('when a term in the chair has changed, wherever the organization is named', async () => {
    expect(await edit('t.yaml', TERM.replace('2024', '2023'))).toBe(3);
    expect(await edit('t.yaml', TERM.replace('KAZ', 'UZB'))).toBe(3);
  });

  it('when the name of a registry record changes because the dataset has one of its own', async () =>
    expect(await edit('o.yaml', 'kind: organization\nid: ots\nname: Ours\n')).toBe(3));

  it('when a registry file is open that shows something of the change', async () => {
    const ots = `${REGISTRY_ROOT}/organizations/ots.yaml`;
    open = [uri('s.yaml'), ots];
    expect(await edit('s.yaml', SUMMIT.replace('ots', 'ots-chs'))).toBe(3);
    expect(await edit('s.yaml', SUMMIT.replace('ots', 'ots-chs').replace('ada', 'b'))).toBe(0);
  });
});

describe('the client is left alone', () => {
  beforeEach(() => {
    open = [uri('p.yaml'), uri('s.yaml')];
    follow(EVERY, FILES);
  });

  it('while someone types what nobody else shows', async () => {
    expect(await edit('s.yaml', `${SUMMIT}note: x\n`)).toBe(0);
    expect(await edit('s.yaml', `${SUMMIT.replace('2025', '2026')}note: xy\n`)).toBe(0);
    expect(await edit('s.yaml', SUMMIT.replace('name: S', 'name: T'))).toBe(0);
    expect(await edit('s.yaml', `# comment\n${SUMMIT}`)).toBe(0);
    expect(await edit('p.yaml', `${PERSON}note: "x\n`)).toBe(0);
  });

  it('when documents change places in their file', async () => {
    await edit('s.yaml', `${SUMMIT}---\n${TERM.replace('id: t', 'id: u')}`);
    expect(await edit('s.yaml', `${TERM.replace('id: t', 'id: u')}---\n${SUMMIT}`)).toBe(0);
  });

  it('when only the edited file shows what has changed', async () => {
    open = [uri('p.yaml')];
    expect(await edit('p.yaml', PERSON.replace('Ada', 'Ада'))).toBe(0);
  });

  it('while a dataset is being read', () => {
    workspace.apply([{ uri: uri('q.yaml'), text: PERSON }]);
    refresher.changed(workspace, workspace.takeStale(), true);
    expect(asked).toEqual([]);
  });
});

describe('requests to ask again', () => {
  beforeEach(() => {
    open = [uri('s.yaml')];
    follow(EVERY, FILES);
  });

  it('are on their way one at a time, and what changes meanwhile has one more', async () => {
    for (let i = 0; i < 10; i++) refresher.refresh();
    expect(asked).toEqual(['inlayHints', 'codeLenses', 'semanticTokens']);
    await answerAll();
    expect(asked).toHaveLength(6);
    refresher.refresh();
    expect(asked).toHaveLength(9);
  });

  it('go on after a client has refused', async () => {
    let count = 0;
    follow({ codeLenses: () => Promise.reject(new Error(String(count++))) }, FILES);
    refresher.refresh();
    refresher.refresh();
    await Promise.resolve()
      .then(() => {})
      .then(() => {});
    refresher.refresh();
    expect(count).toBeGreaterThanOrEqual(2);
  });

  it('are made of what the client offers alone', () => {
    follow({ semanticTokens: ask('semanticTokens') }, FILES);
    refresher.refresh();
    expect(asked).toEqual(['semanticTokens']);
  });

  it('follow settings, for what they are about', async () => {
    refresher.configure(settings({ rules: { 'bad-date': 'off' } }));
    expect(asked).toEqual([]);
    refresher.configure(settings({ inlayHints: { names: false } }));
    expect(asked).toEqual(['inlayHints']);
    refresher.configure(settings({ inlayHints: { names: false }, codeLenses: { references: false } }));
    expect(asked).toEqual(['inlayHints', 'codeLenses']);
  });
});

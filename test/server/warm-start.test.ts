/** A start on a dataset that is as it was shows at once what was found then; on any other it shows nothing that is not so. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { Answering, type Parts } from '../../server/requests/answering.ts';
import { Files, MemoryStorage, Window, type WindowOptions } from '../support/window.ts';

const ROOT = 'file:///w';
const SUMMIT = `${ROOT}/summits/gabala.yaml`;
const PERSON = `${ROOT}/persons/speaker.yaml`;
const REPORT = `${ROOT}/sources/report.yaml`;
const COPY = `${ROOT}/sources/report.txt`;
const DATASET: readonly (readonly [string, string])[] = [
  [`${ROOT}/initiatives.yaml`, 'dataset: D\n'],
  [SUMMIT, 'kind: summit\nid: gabala\nname: Summit\norganization: ots\nstatus: held\ndate: 2025-10-07\nhost: XXA\n'],
  [`${ROOT}/states/a.yaml`, 'kind: state\nid: XAA\nname: Alphaland\n'],
  [`${ROOT}/states/b.yaml`, 'kind: state\nid: XAA\nname: Another Alphaland\n'],
  [PERSON, 'kind: person\nid: speaker\nname: A Speaker\ncitations: [{ source: report, quote: We will train }]\n'],
  [REPORT, 'kind: source\nid: report\npublisher: P\ntext: sources/report.txt\n'],
  [COPY, '“We will dance,” he said.\n'],
];

/** A first life of a window on a dataset, to its end. */
async function live(files: Files, storage: MemoryStorage, options: WindowOptions = {}) {
  const window = start(files, storage, options);
  await window.load();
  const told = await window.rest();
  await window.keep();
  return told;
}

function start(files: Files, storage: MemoryStorage | undefined, options: WindowOptions = {}): Window {
  const window = new Window(files, { storage, ...options });
  window.session.setFolders([ROOT]);
  return window;
}

/** The files of which something is told that was found in the last life, once all has been read and nothing checked. */
async function recalled(window: Window): Promise<string[]> {
  await window.load();
  return [...window.told.keys()].filter((uri) => window.publisher.isRecalled(uri)).sort();
}

describe('a start on a dataset that is as it was', () => {
  it('tells all problems before anything has been checked, and none of them twice', async () => {
    const files = new Files(DATASET);
    const storage = new MemoryStorage();
    const before = await live(files, storage);
    expect(Object.keys(before).length).toBeGreaterThanOrEqual(4);
    const again = start(files, storage);
    await again.load();
    expect(Object.fromEntries([...again.told].sort())).toEqual(before);
    expect(await again.rest()).toEqual(before);
    expect(again.said.map(([uri]) => uri).sort()).toEqual(Object.keys(before));
    await again.keep();
    expect(storage.writes).toBe(1);
  });

  it('keeps telling them of files that are open from the beginning', async () => {
    const files = new Files(DATASET);
    const storage = new MemoryStorage();
    const before = await live(files, storage);
    const again = start(files, storage);
    for (const [uri, text] of DATASET) again.session.edit(uri, text);
    again.run();
    await again.load();
    expect(Object.fromEntries([...again.told].sort())).toEqual(before);
  });

  it('takes an unsaved text for a part of the dataset', async () => {
    const files = new Files(DATASET);
    const storage = new MemoryStorage();
    const unsaved = DATASET[1]![1].replace('XXA', 'XXB');
    const first = start(files, storage);
    first.session.edit(SUMMIT, unsaved);
    await first.load();
    await first.rest();
    await first.keep();
    expect(await recalled(start(files, storage))).toEqual([]);
    const again = start(files, storage);
    again.session.edit(SUMMIT, unsaved);
    expect(await recalled(again)).toContain(SUMMIT);
  });

  it('spells files as the client does now', async () => {
    const files = new Files(DATASET);
    const storage = new MemoryStorage();
    await live(files, storage);
    const again = start(files, storage);
    again.session.edit('file:///w/states/%61.yaml', DATASET[2]![1]);
    await again.load();
    const related = again.told.get(`${ROOT}/states/b.yaml`)?.flatMap((problem) => problem.relatedInformation ?? []);
    expect(related?.map(({ location }) => location.uri)).toEqual(['file:///w/states/%61.yaml']);
  });

  it('gives messages their turn while it tells very many', async () => {
    const wrong = Array.from({ length: 50 }, (_, n) => [`${ROOT}/${n}.yaml`, `kind: state\nid: X\n`] as const);
    const files = new Files(wrong);
    const storage = new MemoryStorage();
    await live(files, storage);
    const again = start(files, storage, { isSlow: true });
    const told: number[] = [];
    setImmediate(() => told.push(again.told.size));
    await again.load();
    expect(told[0]).toBeLessThan(50);
    expect(again.told.size).toBe(50);
  });
});

describe('nothing is recalled', () => {
  const changes: Readonly<Record<string, (files: Files) => void>> = {
    'a text of the same length': ({ texts }) => texts.set(SUMMIT, texts.get(SUMMIT)!.replace('XXA', 'XXB')),
    'a new file': ({ texts }) => texts.set(`${ROOT}/states/c.yaml`, ''),
    'a file that is gone': ({ texts }) => texts.delete(SUMMIT),
    'a file that cannot be read any more': ({ texts }) => texts.set(SUMMIT, '\uFFFF'),
    'a file of another name': ({ texts }) => {
      texts.set(`${ROOT}/summits/baku.yaml`, texts.get(SUMMIT)!);
      texts.delete(SUMMIT);
    },
    'other line ends': ({ texts }) => texts.set(SUMMIT, texts.get(SUMMIT)!.replaceAll('\n', '\r\n')),
    'another manifest': ({ texts }) => texts.set(`${ROOT}/initiatives.yaml`, 'dataset: D\nrules: { uncited: off }\n'),
    'another copy of a source': ({ texts }) => texts.set(COPY, '“We will train,” he said.\n'),
    'a copy of a source that is gone': ({ texts }) => texts.delete(COPY),
    'texts that have changed places': ({ texts }) => {
      const [a, b] = [texts.get(`${ROOT}/states/a.yaml`)!, texts.get(`${ROOT}/states/b.yaml`)!];
      texts.set(`${ROOT}/states/a.yaml`, b).set(`${ROOT}/states/b.yaml`, a);
    },
  };

  it.each(Object.entries(changes))('after %s', async (_, change) => {
    const files = new Files(DATASET);
    const storage = new MemoryStorage();
    await live(files, storage);
    change(files);
    const again = start(files, storage);
    expect(await recalled(again)).toEqual([]);
    expect(await again.rest()).toEqual(await live(files, new MemoryStorage()));
  });

  const SETTINGS = { rules: {}, today: parseEdtf('2025-10-31')! };
  it.each<[string, WindowOptions]>([
    ['on another day', { settings: { ...SETTINGS, today: parseEdtf('2025-11-01')! } }],
    ['with another level of a rule', { settings: { ...SETTINGS, rules: { uncited: 'off' } } }],
    ['for a client that counts columns in another way', { encoding: 'utf-8' }],
  ])('%s', async (_, options) => {
    const storage = new MemoryStorage();
    await live(new Files(DATASET), storage);
    expect(await recalled(start(new Files(DATASET), storage, options))).toEqual([]);
  });

  it('with settings that come while files are being read', async () => {
    const storage = new MemoryStorage();
    await live(new Files(DATASET), storage);
    const again = start(new Files(DATASET), storage);
    await again.load(() => again.session.configure({ ...SETTINGS, rules: { uncited: 'off' } }));
    expect(again.said).toEqual([]);
  });

  it('when an editor changes a text while all of them are compared', async () => {
    const large = `${ROOT}/large.yaml`;
    const files = new Files([...DATASET, [large, `# ${'-'.repeat(2_000_000)}\n`]]);
    const storage = new MemoryStorage();
    await live(files, storage);
    const again = start(files, storage);
    const begin = storage.digest;
    storage.digest = () => {
      const digest = begin();
      const add = (text: string) => {
        if (text === files.texts.get(large)) queueMicrotask(() => again.session.edit(large, '# -\n'));
        digest.add(text);
      };
      return { ...digest, add };
    };
    await again.load();
    expect(again.said).toEqual([]);
  });

  it('while the disk is known to hold something newer', async () => {
    const storage = new MemoryStorage();
    await live(new Files(DATASET), storage);
    const changing = new (class extends Files {
      override async read(uri: string) {
        if (uri === COPY) void again.session.changed([SUMMIT]);
        return super.read(uri);
      }
    })(DATASET);
    const again = start(changing, storage);
    expect(await recalled(again)).toEqual([]);
  });

  it('of a file that another dataset looks something up in', async () => {
    const inner = `${ROOT}/inner`;
    const files = new Files([
      ...DATASET,
      [REPORT, 'kind: source\nid: report\npublisher: P\ntext: inner/person.yaml\n'],
      [`${inner}/initiatives.yaml`, 'dataset: Inner\n'],
      [`${inner}/person.yaml`, 'kind: person\nid: other\nname: Other\noffices: [{ title: Minister, state: XBB }]\n'],
    ]);
    const storage = new MemoryStorage();
    await live(files, storage);
    files.texts.set(`${inner}/state.yaml`, 'kind: state\nid: XBB\nname: Betaland\n');
    const again = start(files, storage);
    expect(await recalled(again)).toContain(SUMMIT);
    expect(again.said.map(([uri]) => uri)).not.toContain(`${inner}/person.yaml`);
  });

  it('by another build', async () => {
    const storage = new MemoryStorage();
    await live(new Files(DATASET), storage);
    storage.build = 'the next build';
    expect(await recalled(start(new Files(DATASET), storage))).toEqual([]);
  });

  it('of a dataset in another place, as when a profile has moved to another machine', async () => {
    const storage = new MemoryStorage();
    await live(new Files(DATASET), storage);
    const [[name, text]] = storage.texts as unknown as [[string, string]];
    await live(new Files(DATASET.map(([uri, content]) => [uri.replace('/w/', '/v/'), content])), storage);
    storage.texts.set(name!, text!.replaceAll('file:///w', 'file:///v'));
    expect(await recalled(start(new Files(DATASET), storage))).toEqual([]);
  });

  it('of what has been cut off or changed in as much as a letter', async () => {
    const storage = new MemoryStorage();
    await live(new Files(DATASET), storage);
    const [name, whole] = [...storage.texts][0]!;
    const place = fc.nat({ max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom('cut', 'drop', 'flip', 'zero'), async (at, how) => {
        const rest = {
          cut: '',
          drop: whole.slice(at + 1),
          flip: flipped(whole[at]!) + whole.slice(at + 1),
          zero: '\0',
        };
        storage.texts.set(name, whole.slice(0, at) + rest[how]);
        const window = start(new Files(DATASET), storage);
        expect(await recalled(window)).toEqual([]);
        expect(window.warnings).toEqual([]);
      }),
      { numRuns: 100 },
    );
    storage.texts.set(name, whole);
    expect(await recalled(start(new Files(DATASET), storage))).not.toEqual([]);
  });

  it('of a life that has ended before everything was checked', async () => {
    const storage = new MemoryStorage();
    const first = start(new Files(DATASET), storage);
    await first.load();
    await first.keep();
    expect(storage.writes).toBe(0);
  });
});

function flipped(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) ^ 1);
}

describe('while what is recalled has not been found out again', () => {
  it('an edit takes back what is told of the text, and of others what it has mended', async () => {
    const files = new Files(DATASET);
    const storage = new MemoryStorage();
    await live(files, storage);
    const again = start(files, storage);
    await again.load();
    again.session.edit(SUMMIT, DATASET[1]![1].replace('XXA', 'KAZ'));
    again.session.edit(`${ROOT}/states/b.yaml`, 'kind: state\nid: XBB\nname: Betaland\n');
    again.run();
    expect(again.told.get(SUMMIT)?.map(({ code }) => code) ?? []).not.toContain('unknown-reference');
    const told = await again.rest();
    expect(told[`${ROOT}/states/a.yaml`]?.map(({ code }) => code) ?? []).not.toContain('duplicate-id');
  });

  it('a text that is edited while others are still being read is told of as it is', async () => {
    const files = new Files(DATASET);
    const storage = new MemoryStorage();
    await live(files, storage);
    const again = start(files, storage, { isSlow: true });
    const codes: unknown[] = [];
    let turns = 0;
    await again.load(() => {
      if (!again.publisher.isRecalled(SUMMIT) && turns === 0) return;
      if (turns++ === 0) again.session.edit(SUMMIT, 'kind: summit\nid: "gabala\n');
      else codes.push(again.told.get(SUMMIT)?.map(({ code }) => code));
    });
    expect(codes[0]).toContain('yaml-syntax');
  });

  it('an edit while very many are told ends that', async () => {
    const wrong = Array.from({ length: 50 }, (_, n) => [`${ROOT}/${n}.yaml`, `kind: state\nid: X\n`] as const);
    const files = new Files(wrong);
    const storage = new MemoryStorage();
    await live(files, storage);
    const again = start(files, storage, { isSlow: true });
    const edit = () => {
      if (again.told.size === 0) setImmediate(edit);
      else again.session.edit(`${ROOT}/49.yaml`, 'kind: state\nid: XAA\nname: Alphaland\n');
    };
    setImmediate(edit);
    await again.load();
    expect(again.said.length).toBeLessThan(25);
    files.texts.set(`${ROOT}/49.yaml`, 'kind: state\nid: XAA\nname: Alphaland\n');
    expect(await again.rest()).toEqual(await live(files, new MemoryStorage()));
  });
});

describe('what is known', () => {
  const still = async () => {
    const storage = new MemoryStorage();
    const window = start(new Files(DATASET), storage);
    await window.load();
    await window.rest();
    return { storage, window };
  };
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('is written down once nothing has happened for a while', async () => {
    const { storage, window } = await still();
    for (let n = 0; n < 5; n++) {
      window.atRest();
      await vi.advanceTimersByTimeAsync(4000);
      expect(storage.writes).toBe(0);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(storage.writes).toBe(1);
    window.atRest();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(storage.writes).toBe(1);
  });

  it('is not written down when something comes in between', async () => {
    const storage = new MemoryStorage();
    const window = start(new Files(DATASET), storage, { isSlow: true });
    await window.load();
    await window.rest();
    const keeping = window.keep();
    window.session.edit(SUMMIT, 'kind: summit\n');
    await vi.runAllTimersAsync();
    await keeping;
    expect(storage.writes).toBe(0);
  });
});

describe('quick fixes for what is recalled', () => {
  it('wait until it has been found out again', async () => {
    const files = new Files(DATASET);
    const storage = new MemoryStorage();
    await live(files, storage);
    const again = start(files, storage);
    let finish = () => {};
    const loaded = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const isRecalled = (uri: string) => again.publisher.isRecalled(uri);
    const answering = new Answering({ session: again.session, loaded: () => loaded, isRecalled } as Parts);
    await again.load();
    const { workspace } = again.session.memberOf(SUMMIT);
    const asked = answering.foundOut({ uri: SUMMIT }, new CancellationTokenSource().token);
    expect(workspace.problemsOf(SUMMIT)).toEqual([]);
    finish();
    await asked;
    expect(workspace.problemsOf(SUMMIT).map(({ rule }) => rule)).toContain('unknown-reference');
  });
});

describe('storage that fails', () => {
  class BadStorage extends MemoryStorage {
    override async read(): Promise<string | undefined> {
      throw new Error('EIO: i/o error, read');
    }
    override async write(): Promise<void> {
      throw new Error('ENOSPC: no space left on device, write');
    }
  }

  it('is told of once, and costs nothing but time', async () => {
    const files = new Files(DATASET);
    const window = start(files, new BadStorage());
    await window.load();
    expect(await window.rest()).toEqual(await live(files, new MemoryStorage()));
    await window.keep();
    await window.keep();
    expect(window.warnings).toEqual([
      'The next start will not be faster than the first, as nothing can be kept for it: EIO: i/o error, read.',
    ]);
  });
});

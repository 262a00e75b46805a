/** What becomes of a timeline that somebody saves in VS Code: the dialog, the file and what is said; VS Code is stood in for here. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TimelineExport } from '../../server/protocol.ts';
import { update } from '../webview/fixture.ts';
import { realisticEvents } from '../webview/realistic-events.ts';

/** As much of VS Code's Uri as is used. */
class Uri {
  readonly scheme: string;
  readonly path: string;

  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }

  with({ path }: { readonly path: string }): Uri {
    return new Uri(this.scheme, path);
  }

  static joinPath({ scheme, path }: Uri, ...more: string[]): Uri {
    return new Uri(scheme, [path, ...more].join('/'));
  }
}

interface Dialog {
  defaultUri?: Uri;
  filters: Record<string, string[]>;
}

const code = vi.hoisted(() => ({
  chosen: undefined as unknown,
  dialogs: [] as unknown[],
  picks: [] as unknown[],
  written: new Map<string, Uint8Array>(),
  /** What fails, and why. */
  failure: undefined as { readonly of: 'writeFile' | 'rename'; readonly error: Error } | undefined,
  said: [] as string[],
  answer: undefined as string | undefined,
  opened: [] as string[],
  env: { remoteName: undefined as string | undefined, uiKind: 1, opens: true },
}));

vi.mock('vscode', () => ({
  Uri,
  UIKind: { Desktop: 1, Web: 2 },
  l10n: {
    t: (text: string, ...values: string[]) => text.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? ''),
  },
  env: {
    get remoteName() {
      return code.env.remoteName;
    },
    get uiKind() {
      return code.env.uiKind;
    },
    openExternal: async (uri: Uri) => {
      code.opened.push(`outside ${uri.path}`);
      return code.env.opens;
    },
  },
  commands: { executeCommand: async (name: string, uri: Uri) => void code.opened.push(`${name} ${uri.path}`) },
  window: {
    showSaveDialog: async (options: unknown) => {
      code.dialogs.push(options);
      return code.chosen;
    },
    showQuickPick: async (items: { format: string }[]) => {
      code.picks.push(...items);
      return items[1];
    },
    showInformationMessage: async (text: string) => {
      code.said.push(text);
      return code.answer;
    },
    showErrorMessage: async (text: string) => void code.said.push(`! ${text}`),
  },
  workspace: {
    fs: {
      readFile: async ({ path }: Uri) => new TextEncoder().encode(`/* ${path.split('/').at(-1)} */`),
      writeFile: async ({ path }: Uri, bytes: Uint8Array) => {
        // A disk gets full after a part has been written.
        code.written.set(path, code.failure ? bytes.subarray(0, 3) : bytes);
        if (code.failure?.of === 'writeFile') throw code.failure.error;
      },
      rename: async (from: Uri, to: Uri) => {
        if (code.failure?.of === 'rename') throw code.failure.error;
        code.written.set(to.path, code.written.get(from.path)!);
        code.written.delete(from.path);
      },
      delete: async ({ path }: Uri) => {
        if (!code.written.delete(path)) throw new Error('There is no such file.');
      },
    },
  },
}));

const { askFormat, saveTimeline } = await import('../../client/timeline/save.ts');

type Context = Parameters<typeof saveTimeline>[1];
const exported: TimelineExport = { update: update(realisticEvents(), { dataset: 'Initiatives' }), details: {} };

function context(more: Partial<Record<keyof Context, unknown>> = {}): Context {
  return {
    title: 'Eurasian security initiatives',
    folder: new Uri('file', '/data/eurasia'),
    extensionUri: new Uri('file', '/extension'),
    export: async () => exported,
    ...more,
  } as Context;
}

const SVG = { type: 'save', format: 'svg', content: '<svg>Ә</svg>', encoding: 'utf8' } as const;
const text = (path: string) => new TextDecoder().decode(code.written.get(path));

beforeEach(() => {
  Object.assign(code, {
    chosen: undefined,
    dialogs: [],
    picks: [],
    said: [],
    answer: undefined,
    opened: [],
    failure: undefined,
  });
  code.env = { remoteName: undefined, uiKind: 1, opens: true };
  code.written.clear();
});

describe('saving', () => {
  it('asks where to, in the folder of the dataset and under its title, and says where it is', async () => {
    code.chosen = new Uri('file', '/home/me/a.svg');
    await saveTimeline(SVG, context());
    const [dialog] = code.dialogs as Dialog[];
    expect(dialog!.defaultUri).toEqual(new Uri('file', '/data/eurasia/Eurasian security initiatives timeline.svg'));
    expect(dialog!.filters).toEqual({ 'SVG picture': ['svg'] });
    expect(text('/home/me/a.svg')).toBe('<svg>Ә</svg>');
    expect(code.said).toEqual(['The timeline is saved as a.svg.']);
    expect(code.opened).toEqual([]);
  });

  it.each([
    ['CON', 'CON timeline.svg'],
    ['  ../..\\secrets:*?"<>| \u0000\u202e ', 'secrets timeline.svg'],
    ['Инициативы в сфере безопасности', 'Инициативы в сфере безопасности timeline.svg'],
    ['', 'Timeline.svg'],
    ['x'.repeat(300), `${'x'.repeat(60)} timeline.svg`],
    ['😀'.repeat(100), `${'😀'.repeat(60)} timeline.svg`],
  ])('makes of the title %j a name that any file system takes', async (title, name) => {
    await saveTimeline(SVG, context({ title }));
    expect((code.dialogs as Dialog[])[0]!.defaultUri!.path).toBe(`/data/eurasia/${name}`);
  });

  it('leaves the folder to VS Code where the dataset has none', async () => {
    await saveTimeline(SVG, context({ folder: undefined }));
    expect(code.dialogs[0]).not.toHaveProperty('defaultUri');
  });

  it('writes and says nothing when the dialog is left', async () => {
    await saveTimeline(SVG, context());
    expect([code.written.size, code.said]).toEqual([0, []]);
  });

  it('says in words why it could not be done', async () => {
    code.chosen = new Uri('file', '/read-only/a.svg');
    code.failure = { of: 'writeFile', error: new Error('No permissions to write.') };
    await saveTimeline(SVG, context());
    expect(code.said).toEqual(['! The timeline could not be saved: No permissions to write.']);
  });

  it.each(['writeFile', 'rename'] as const)('leaves the picture that was there when it fails to %s', async (of) => {
    code.written.set('/home/me/a.svg', new TextEncoder().encode('<svg>before</svg>'));
    code.chosen = new Uri('file', '/home/me/a.svg');
    code.failure = { of, error: new Error('No space left on device.') };
    await saveTimeline(SVG, context());
    expect([...code.written.keys()]).toEqual(['/home/me/a.svg']);
    expect(text('/home/me/a.svg')).toBe('<svg>before</svg>');
    expect(code.said).toEqual(['! The timeline could not be saved: No space left on device.']);
  });

  it('writes the bytes of a PNG', async () => {
    code.chosen = new Uri('vscode-vfs', '/repository/a.png');
    await saveTimeline(
      { type: 'save', format: 'png', content: btoa('\u0089PNG\u0000'), encoding: 'base64' },
      context(),
    );
    expect([...code.written.get('/repository/a.png')!]).toEqual([0x89, 0x50, 0x4e, 0x47, 0]);
  });

  it('makes a web page of what the server tells, with the state of the page, and nothing of this machine', async () => {
    code.chosen = new Uri('file', '/home/me/a.html');
    const state = { dataset: 'file:///home/me/eurasia', dimension: 'state' };
    await saveTimeline({ type: 'saveHtml', state }, context());
    const page = text('/home/me/a.html');
    for (const part of ['<!DOCTYPE html>', 'timeline.js', 'timeline.css', '"dimension":"state"'])
      expect(page).toContain(part);
    expect(page).not.toContain('/home/me');
    expect(page).not.toContain('/extension');
  });

  it('asks for nothing before somebody has chosen where to', async () => {
    const asked = vi.fn();
    await saveTimeline({ type: 'saveHtml', state: {} }, context({ export: asked }));
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('opening what was saved', () => {
  beforeEach(() => {
    code.chosen = new Uri('file', '/home/me/a.svg');
    code.answer = 'Open';
  });

  it('leaves it to the machine where VS Code runs on it', async () => {
    await saveTimeline(SVG, context());
    expect(code.opened).toEqual(['outside /home/me/a.svg']);
  });

  it.each([
    ['in a remote window', { remoteName: 'ssh-remote' }, ['vscode.open /home/me/a.svg']],
    ['in a browser', { uiKind: 2 }, ['vscode.open /home/me/a.svg']],
    ['when the machine refuses', { opens: false }, ['outside /home/me/a.svg', 'vscode.open /home/me/a.svg']],
  ])('opens it in VS Code %s', async (_, env, opened) => {
    Object.assign(code.env, env);
    await saveTimeline(SVG, context());
    expect(code.opened).toEqual(opened);
  });
});

describe('the command', () => {
  it('takes a format that it is told, and asks for one otherwise', async () => {
    expect(await askFormat('html')).toBe('html');
    expect(code.picks).toEqual([]);
    for (const wanted of [undefined, 'pdf', 'constructor', new Uri('file', '/a')])
      expect(await askFormat(wanted)).toBe('png');
    expect(code.picks.slice(0, 3)).toMatchObject([{ format: 'svg' }, { format: 'png' }, { format: 'html' }]);
  });
});

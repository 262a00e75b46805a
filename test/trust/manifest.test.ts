/** What the extension promises VS Code of workspaces that are not trusted or not on a disk, and what it is made of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mistakesInWorkflow } from '../support/github-workflow.ts';

interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Setting>>;
  readonly additionalProperties?: boolean;
}

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json'));
const texts = JSON.parse(read('package.nls.json'));
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };

describe('a workspace that is not trusted', () => {
  const { supported, description, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;

  it('is served as any other, for a reason that is told', () => {
    expect(supported).toBe(true);
    expect(texts[description.replaceAll('%', '')]).toMatch(/^Nothing in a workspace is executed\b.*\.$/);
    expect(restrictedConfigurations).toBeUndefined();
  });

  it('has no setting that could name a program, a file or an address', () => {
    const isHarmless = (setting: Setting): boolean => {
      if (setting.type === 'boolean' || setting.enum) return true;
      if (setting.type === 'string')
        return ['https://a.test', '/bin/sh', 'a.js', '../a'].every((text) => !fits(setting, text));
      if (setting.type !== 'object' || setting.additionalProperties !== false) return false;
      return Object.values(setting.properties ?? {}).every(isHarmless);
    };
    const fits = ({ pattern = '' }: Setting, text: string) => new RegExp(pattern, 'u').test(text);
    const settings = Object.entries(manifest.contributes.configuration.properties as Record<string, Setting>);
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.filter(([, setting]) => !isHarmless(setting)).map(([name]) => name)).toEqual([]);
    expect([isHarmless({ type: 'string' }), isHarmless({ type: 'object' }), isHarmless({ type: 'array' })]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('has nothing to start: no tasks, no debuggers, no terminals, no files that VS Code would load', () => {
    const kinds = Object.keys(manifest.contributes);
    const harmful =
      /task|debug|breakpoint|terminal|problemMatcher|jsonValidation|yamlValidation|authentication|mcp|languageModel|chat/i;
    // Of these there are tools alone, which only read: see below.
    expect(kinds.filter((kind) => harmful.test(kind) && kind !== 'languageModelTools')).toEqual([]);
    expect(manifest.extensionDependencies ?? manifest.extensionPack ?? []).toEqual([]);
  });

  it('gives assistants nothing but the tools that read: they know neither files nor processes, and take no more than texts', () => {
    const tools = manifest.contributes.languageModelTools as readonly {
      name: string;
      inputSchema: { properties: Record<string, { type: string }>; additionalProperties: boolean };
    }[];
    expect(tools.map(({ name }) => name.replace('securityInitiatives_', ''))).toEqual([
      'findRecords',
      'readRecord',
      'checkDraft',
      'timeline',
      'describeKind',
    ]);
    for (const { inputSchema } of tools) {
      expect(inputSchema.additionalProperties).toBe(false);
      for (const { type } of Object.values(inputSchema.properties))
        expect(['string', 'integer', 'boolean']).toContain(type);
    }
  });
});

it('a virtual workspace is served, too', () => {
  expect(manifest.capabilities.virtualWorkspaces).toBe(true);
  expect(manifest.browser).toBe(manifest.main);
});

describe('packages', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('are installed by nobody who installs the extension or the command line: all that ships is bundled', () => {
    expect(manifest.dependencies ?? manifest.optionalDependencies ?? manifest.peerDependencies).toBeUndefined();
    expect(packages.filter(([, { dev }]) => dev !== true).map(([path]) => path)).toEqual([]);
  });

  it('are pinned, each by its version and the hash of what it holds, and come from no address of their own', () => {
    expect(packages.length).toBeGreaterThan(100);
    const wrong = packages.filter(
      ([, { version, integrity, resolved, link }]) =>
        !/^\d+\.\d+\.\d+/.test(version ?? '') || !integrity?.startsWith('sha512-') || resolved !== undefined || link,
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
    const odd = Object.entries(manifest.devDependencies).filter(
      ([, range]) => !/^[\^~]?\d[\w.-]*$/.test(String(range)),
    );
    expect(odd).toEqual([]);
  });

  it('run a script when they are installed only where somebody has said so', () => {
    const named = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(named.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
    const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed);
    // Both bring a program for the machine.
    expect(allowed.map(([name]) => name).sort()).toEqual(['esbuild', 'node']);
  });
});

/** Jobs that may do more than read the repository, each with the reason. */
const FURTHER_PERMISSIONS: Readonly<Record<string, object>> = {
  // npm attests where and of what the package was built, for which GitHub vouches with a token of identity.
  'release.yml: npm': { contents: 'read', 'id-token': 'write' },
  // A release's page belongs to the repository's contents; nothing else of a release may write there.
  'release.yml: github': { contents: 'write' },
};

describe('what runs on GitHub', () => {
  const folder = '.github/workflows';
  const names = readdirSync(folder);
  const workflows = names.map((name) => join(folder, name));

  it.each([...workflows, 'action.yml'])('%s names others’ actions by their commits', (path) => {
    const used = [...read(path).matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, name]) => name!);
    const [own, others] = [used.filter((name) => name.startsWith('./')), used.filter((name) => !name.startsWith('./'))];
    expect(others.length).toBeGreaterThan(0);
    // The comment says which version it is: Dependabot keeps both in step.
    expect(others.filter((name) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name))).toEqual([]);
    expect(own.filter((name) => !workflows.includes(name.slice('./'.length)))).toEqual([]);
  });

  it('names an action by one commit everywhere', () => {
    const used = [...workflows, 'action.yml'].flatMap((path) => read(path).match(/(?<=uses: )[\w-]+\/.*$/gm) ?? []);
    const actions = new Set(used.map((name) => name.replace(/@.*/, '')));
    expect(new Set(used).size).toBe(actions.size);
  });

  it.each(names)('%s is valid, may read and no more unless it says why, and keeps no credentials', async (name) => {
    const text = read(join(folder, name));
    expect(await mistakesInWorkflow(text)).toEqual([]);
    const { permissions, jobs } = parse(text);
    expect(permissions).toEqual({ contents: 'read' });
    for (const [job, { permissions: own, steps = [] }] of Object.entries(jobs as Record<string, Job>)) {
      expect([job, own]).toEqual([job, FURTHER_PERMISSIONS[`${name}: ${job}`]]);
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false));
      // Whoever may write runs nothing of the repository or of a package.
      if (own !== undefined) expect(steps.filter((step) => isForeign(step))).toEqual([]);
    }
  });

  it('hands a secret only to the one step that needs it, and that step can do without', () => {
    for (const path of workflows) {
      const { jobs } = parse(read(path)) as { jobs: Record<string, Job> };
      const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
      const told = steps.filter((step) => JSON.stringify(step).includes('secrets.'));
      expect(read(path).split('secrets.').length - 1).toBe(told.length);
      for (const { env = {}, run = '' } of told) {
        const [name] = Object.entries(env).find(([, value]) => value.includes('secrets.'))!;
        expect(env[name]).toBe(`\${{ secrets.${name} }}`);
        expect(run).toMatch(new RegExp(`^if \\[ -z "\\$${name}" \\]; then\n  echo '::notice::.*\n  exit 0\nfi\n`));
      }
    }
  });

  it('takes nothing into a command that others have written', () => {
    const runs = workflows.flatMap((path) => {
      const { jobs } = parse(read(path)) as { jobs: Record<string, Job> };
      return Object.values(jobs).flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run));
    });
    const expressions = runs.flatMap((run) => run.match(/\$\{\{.*?\}\}/g) ?? []);
    expect(expressions.filter((text) => !/^\$\{\{ (?:runner|matrix)\./.test(text))).toEqual([]);
  });

  it('runs npm scripts and files that there are', () => {
    for (const path of workflows) {
      const scripts = [...read(path).matchAll(/\bnpm (?:run )?(test[\w:]*|(?<=run )[\w:]+)/g)].map(([, name]) => name!);
      expect([path, scripts.filter((name) => !(name in manifest.scripts))]).toEqual([path, []]);
      const files = [...read(path).matchAll(/\b(?:node|bash) ((?:\.ci|\.github|test|server)\/\S+)/g)].map(
        ([, file]) => file!,
      );
      expect([path, files.filter((file) => !existsSync(file))]).toEqual([path, []]);
    }
  });

  it('is told of new versions of packages and actions', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as { updates: { 'package-ecosystem': string }[] };
    expect(updates.map((update) => update['package-ecosystem']).sort()).toEqual(['github-actions', 'npm']);
  });
});

interface Job {
  readonly permissions?: unknown;
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

function isForeign({ uses = '', run = '' }: Step): boolean {
  return /^(?!actions\/(?:setup-node|download-artifact)@)./.test(uses) || /npm (?:ci|install|run)|npx|node /.test(run);
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '');
}

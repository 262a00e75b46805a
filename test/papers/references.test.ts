/** What the papers point to is there: files, headings, npm scripts, settings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, papers, ROOT } from './papers.ts';

const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

const LINK = /\]\(([^)\s]+)\)/g;
/** Code that is a path in this repository. */
const PATH = /`((?:client|server|schemas|samples|test|\.ci|\.vscode)\/[\w./*<>-]*)`/g;
/** What a build or a run makes. */
const MADE = /^(?:dist|out|schemas\/generated|\.vscode-test)\b/;
/** A file's name without its folder. */
const NAME = /`([\w-][\w.-]*\.(?:ts|mjs|md|json))`/g;
const FILE_NAMES = new Set(
  ['.', 'client', 'schemas', 'server', 'test'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((path) => basename(path)),
  ),
);

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function anchorsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
}

describe.each(papers.map((paper) => [paper.name, paper] as const))('%s', (name, paper) => {
  const { prose, text } = paper;
  it('links to files and headings that exist', () => {
    const broken = [...prose.matchAll(LINK)]
      .map(([, target]) => target!)
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? join(ROOT, name) : join(ROOT, dirname(name), path);
        return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
      });
    expect(broken).toEqual([]);
  });

  it('names files that exist', () => {
    const missing = [...prose.matchAll(PATH)]
      .map(([, path]) => path!)
      .filter((path) => !MADE.test(path) && !/[<*]/.test(path))
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it('names files without their folders that exist', () => {
    const named = [...prose.matchAll(NAME)].map(([, file]) => file!);
    expect(named.filter((file) => !FILE_NAMES.has(file))).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const named = [...text.matchAll(/(?:`|^)npm (?:run )?([a-z][\w:]*)/gm)].map(([, script]) => script!);
    // Commands of npm itself.
    const own = ['install', 'version'];
    expect(named.filter((name) => !own.includes(name) && !(name in manifest.scripts))).toEqual([]);
  });

  it('names settings and commands that exist', () => {
    const { properties } = manifest.contributes.configuration;
    const known = [
      ...Object.keys(properties),
      ...manifest.contributes.commands.map(({ command }: { command: string }) => command),
    ];
    const named = [...prose.matchAll(/`(securityInitiatives\.[\w.]+)`/g)].map(([, setting]) => setting!);
    expect(named.filter((setting) => !known.includes(setting))).toEqual([]);
  });

  it('runs Node only on scripts that exist', () => {
    const scripts = commands(paper).flatMap((line) => /^node ([\w./-]+)/.exec(line)?.[1] ?? []);
    expect(scripts.filter((script) => !MADE.test(script) && !existsSync(join(ROOT, script)))).toEqual([]);
  });

  it('says nothing of machines: no absolute path of one, no address on one', () => {
    expect(text).not.toMatch(/(?:^|[\s`(])\/(?:home|Users|tmp|work|root)\/|localhost|127\.0\.0\.1/);
  });
});

it('the README lists every setting', () => {
  const text = readFileSync(`${ROOT}README.md`, 'utf8');
  const settings = Object.keys(manifest.contributes.configuration.properties);
  expect(settings.filter((setting) => !text.includes(`| \`${setting}\` |`))).toEqual([]);
});

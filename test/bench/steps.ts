/** Where the time goes: each step from bytes to problems by itself, in a process that is warm, beside the same step of the `yaml` package. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lexer, parse, parseDocument } from 'yaml';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { readPlainTree, readPlainValue } from '../../server/dataset/yaml/values/plain-yaml.ts';
import { rules } from '../../server/rules/index.ts';
import type { GeneratedFile } from './generate.ts';
import { type Row, rowOf, Samples } from './rows.ts';
import { grouped } from './workloads.ts';

const ROOT = 'file:///dataset';
const KEYSTROKES = 200;
/** Rounds that don't count: the code is still being compiled. */
const WARM_UP = 2;

/** Does each step over all files, again and again; a keystroke is over one of them. */
export function measureSteps(folder: string, files: readonly GeneratedFile[], rounds: number): Row[] {
  const where = `steps over ${grouped(files.length)} files`;
  const paths = files.map(({ path }) => join(folder, path));
  const texts = files.map(({ text }) => text);
  const steps = new Samples();
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const into = round < WARM_UP ? new Samples() : steps;
    const time = (what: string, who: 'ours' | 'theirs', step: () => void) => into.add(what, who, timed(step));
    time('reading the bytes', 'ours', () => paths.forEach((path) => void readFileSync(path)));
    time('a look at each character', 'ours', () => texts.forEach((text) => void lookedAt(text)));
    time('a look at each character', 'theirs', () => texts.forEach((text) => void tokensIn(text)));
    time('values', 'ours', () => texts.forEach((text) => void readPlainValue(text)));
    time('values', 'theirs', () => texts.forEach((text) => void parse(text)));
    time('values and places', 'ours', () => texts.forEach((text) => void readPlainTree(text)));
    time('values and places', 'theirs', () => texts.forEach((text) => void parseDocument(text)));
    for (const [isOnce, how] of [
      [true, 'checked once'],
      [false, 'to be kept up to date'],
    ] as const) {
      const workspace = newWorkspace(isOnce);
      time(`values, records and index, ${how}`, 'ours', () => workspace.apply(files.map(asChange)));
      time(`all rules, ${how}`, 'ours', () => void workspace.check());
    }
  }
  const keystroke = rowOf(where, 'a keystroke: document, index, rules', 'ms', { ours: keystrokes(files), theirs: [] });
  return [...steps.rows(where, 'ms'), ...keystroke];
}

function newWorkspace(isOnce: boolean): Workspace {
  const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
  return new Workspace({ root: ROOT, registry: registry(), rules, settings, isOnce });
}

/** How long each of many keystrokes takes: a value gets a character, and loses it again. */
function keystrokes(files: readonly GeneratedFile[]): number[] {
  const workspace = newWorkspace(false);
  workspace.apply(files.map(asChange));
  workspace.check();
  const summits = files.filter(({ kind, isFaulty }) => kind === 'summit' && !isFaulty);
  const { path, text } = summits[Math.floor(summits.length / 2)]!;
  const typed = text.replace(/^status: \w+/m, '$&x');
  return Array.from({ length: KEYSTROKES }, (_, number) => {
    const change = asChange({ path, text: number % 2 === 0 ? typed : text });
    return timed(() => {
      workspace.apply([change]);
      workspace.check([change.uri]);
    });
  });
}

function asChange({ path, text }: Pick<GeneratedFile, 'path' | 'text'>): { uri: string; text: string } {
  return { uri: `${ROOT}/${path}`, text };
}

/** The least that any reader does. */
function lookedAt(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

function tokensIn(text: string): number {
  let count = 0;
  for (const _ of new Lexer().lex(text)) count++;
  return count;
}

function timed(step: () => void): number {
  const begin = performance.now();
  step();
  return performance.now() - begin;
}

/** What `initiatives.yaml` at a dataset's root says: title, files, severities, and the day that counts as today. */
import { type EdtfDate, parseToday } from './dates/edtf.ts';
import { isGlob, MOST_GLOBS, matcher } from './globs.ts';
import { type Severity, severities } from './problem.ts';
import type { YamlRecord, YamlValue } from './yaml/tree.ts';

/** The manifest's name; the folder it stands in is the root of a dataset. */
export const MANIFEST_NAME = 'initiatives.yaml';

/** Which files hold records when no manifest says otherwise: `**\/*.{yaml,yml}`. */
const isYaml = (path: string) => !HIDDEN.test(path) && YAML.test(path);
const HIDDEN = /(?:^|\/)\./;
const YAML = /\.ya?ml$/i;

/** A severity, or `off`. */
export type RuleLevel = Severity | 'off';

export interface Manifest {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly license: string | undefined;
  /** Globs relative to the root; `undefined` when the manifest has none of its own. */
  readonly records: readonly string[] | undefined;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly today: EdtfDate | undefined;
}

/**
 * Which files hold records, as a test for paths relative to the root. A glob that begins with `!` takes files out; with
 * none but such, they are taken out of the default.
 */
export function recordFiles(manifest: Manifest): (path: string) => boolean {
  const globs = manifest.records ?? [];
  const taken = globs.filter((glob) => !glob.startsWith('!')).map(matcher);
  const left = globs.filter((glob) => glob.startsWith('!')).map((glob) => matcher(glob.slice(1)));
  const isTaken = taken.length > 0 ? (path: string) => taken.some((takes) => takes(path)) : isYaml;
  return (path) => isTaken(path) && !left.some((takes) => takes(path));
}

/**
 * Reads a manifest leniently: what does not fit is left out here and told by the `schema` rule. While its text is
 * `broken`, its globs are not believed: half of one would take all files out of the dataset.
 */
export function readManifest(value: YamlValue | undefined, broken = false): Manifest {
  const map = isMap(value) ? value : {};
  const given = Array.isArray(map.records) ? map.records : [map.records];
  const globs = given.slice(0, MOST_GLOBS).filter((glob) => typeof glob === 'string' && isGlob(glob)) as string[];
  return {
    title: textOf(map.dataset),
    description: textOf(map.description),
    license: textOf(map.license),
    records: globs.length > 0 && !broken ? globs : undefined,
    rules: readLevels(map.rules),
    today: parseToday(map.today),
  };
}

/** The levels that a map from whomever gives to rules; what is no level is left out. */
export function readLevels(value: unknown): Readonly<Record<string, RuleLevel>> {
  const rules: Record<string, RuleLevel> = Object.create(null);
  for (const [name, level] of Object.entries(isMap(value) ? value : {})) if (isLevel(level)) rules[name] = level;
  return rules;
}

function textOf(value: YamlValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isMap(value: unknown): value is YamlRecord {
  return value !== null && value !== undefined && typeof value === 'object' && !Array.isArray(value);
}

function isLevel(value: unknown): value is RuleLevel {
  return value === 'off' || severities.includes(value as Severity);
}

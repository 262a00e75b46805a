/** Does a value fit its schema? The compiled validators' answers, turned into one mistake for one mistake. */
import * as l10n from '@vscode/l10n';
import * as validators from '../../schemas/generated/validators.mjs';
import { nearest } from './names/names.ts';
import { type Schema, schemaAt } from './schema.ts';
import type { Path, YamlRecord, YamlValue } from './yaml/tree.ts';

/** What does not fit, and where: at the key or the value that `path` names. */
export type ShapeError =
  | { readonly type: 'unknown'; readonly path: Path; readonly key: string; readonly suggestion: string | undefined }
  | { readonly type: 'missing'; readonly path: Path; readonly keys: readonly string[] }
  | { readonly type: 'choice'; readonly path: Path; readonly keys: readonly string[] }
  | { readonly type: 'exclusive'; readonly path: Path; readonly key: string; readonly other: string }
  | { readonly type: 'value'; readonly path: Path; readonly allowed: readonly string[] }
  | { readonly type: 'type'; readonly path: Path; readonly expected: readonly string[] }
  | { readonly type: 'other'; readonly path: Path; readonly message: string };

/** Whether `value` fits the schema of `kind`. */
export function fitsSchema(kind: string, value: YamlValue): boolean {
  return validatorOf(kind)(value);
}

function validatorOf(kind: string): validators.Validator {
  const validate = (validators as Readonly<Record<string, validators.Validator>>)[kind];
  if (!validate) throw new Error(`There is no validator for "${kind}".`);
  return validate;
}

/** Everything in `value` that does not fit the schema of `kind`, each mistake once. */
export function shapeErrors(kind: string, value: YamlValue): ShapeError[] {
  const validate = validatorOf(kind);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const branching = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const inBranch = (error: validators.SchemaError) =>
    branching.some((branch) => error !== branch && error.schemaPath.startsWith(`${branch.schemaPath}/`));
  const own = errors.filter((error) => error.keyword !== 'if' && !inBranch(error));
  const keys = keyErrors(kind, value, own);
  const strange = new Set(keys.filter(({ type }) => type === 'unknown').map(({ path }) => parentOf(path)));
  // A strange key stands where the one that is missing should: one mistake.
  const values = valueErrors(kind, value, own).filter(
    ({ type, path }) => type !== 'choice' || !strange.has(path.join('/')),
  );
  return [...keys, ...values];
}

function parentOf(path: Path): string {
  return path.slice(0, -1).join('/');
}

/** A map with more strange keys than this is something else altogether. */
const MOST_UNKNOWN = 200;

/** The properties that a map could still have. */
function absentKeys(kind: string, value: YamlValue, path: Path): string[] {
  const present = at(value, path) as YamlRecord;
  return [...(schemaAt(kind, path)?.properties.keys() ?? [])].filter((name) => !Object.hasOwn(present, name));
}

/** Unknown and missing keys. A misspelt key explains the missing one it was meant to be. */
function keyErrors(kind: string, value: YamlValue, errors: readonly validators.SchemaError[]): ShapeError[] {
  const result: ShapeError[] = [];
  const meant = new Map<string, Set<string>>();
  const free = new Map<string, readonly string[]>();
  for (const error of errors) {
    if (result.length >= MOST_UNKNOWN) break;
    const key = error.params.unevaluatedProperty ?? error.params.additionalProperty;
    if (typeof key !== 'string') continue;
    const path = toPath(error.instancePath, value);
    const names = free.get(error.instancePath) ?? absentKeys(kind, value, path);
    free.set(error.instancePath, names);
    const suggestion = nearest(key, names, 1)[0];
    result.push({ type: 'unknown', path: [...path, key], key, suggestion });
    if (suggestion) meant.set(error.instancePath, (meant.get(error.instancePath) ?? new Set()).add(suggestion));
  }
  const missing = new Map<string, string[]>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== 'required') continue;
    const key = String(params.missingProperty);
    if (meant.get(instancePath)?.has(key)) continue;
    missing.set(instancePath, [...(missing.get(instancePath) ?? []), key]);
  }
  for (const [pointer, keys] of missing) result.push({ type: 'missing', path: toPath(pointer, value), keys });
  return result;
}

/** Values that are wrong in themselves: the first error at each place is the one that counts. */
function valueErrors(kind: string, value: YamlValue, errors: readonly validators.SchemaError[]): ShapeError[] {
  const result = new Map<string, ShapeError>();
  for (const error of errors) {
    if (result.has(error.instancePath) || KEY_KEYWORDS.has(error.keyword)) continue;
    const path = toPath(error.instancePath, value);
    result.set(error.instancePath, toShapeError(error, path, schemaAt(kind, path)));
  }
  return [...result.values()];
}

const KEY_KEYWORDS = new Set(['required', 'unevaluatedProperties', 'additionalProperties']);

function toShapeError(error: validators.SchemaError, path: Path, schema: Schema | undefined): ShapeError {
  const { keyword, params } = error;
  switch (keyword) {
    case 'type':
      return { type: 'type', path, expected: schema?.types ?? [String(params.type)] };
    case 'enum':
      return { type: 'value', path, allowed: schema?.values.map(({ value }) => value) ?? [] };
    case 'const':
      return { type: 'value', path, allowed: [String(params.allowedValue)] };
    case 'anyOf':
    case 'oneOf':
      return { type: 'choice', path, keys: schema?.choices.flat() ?? [] };
    case 'false schema':
      return { type: 'exclusive', path, key: String(path.at(-1)), other: dependentKey(error.schemaPath) };
    case 'pattern':
      return {
        type: 'other',
        path,
        message: patternMessageOf(schema) ?? l10n.t('This text does not have the form it needs.'),
      };
    case 'minLength':
      return { type: 'other', path, message: l10n.t('{0} must not be empty.', nameOf(path)) };
    case 'minProperties':
      return { type: 'other', path, message: l10n.t('{0} is empty: give it a property, or remove it.', nameOf(path)) };
    case 'minItems':
      return { type: 'other', path, message: l10n.t('{0} needs at least one entry.', nameOf(path)) };
    case 'maxItems':
      return {
        type: 'other',
        path,
        message: l10n.t('{0} has more than {1} entries.', nameOf(path), String(params.limit)),
      };
    case 'minimum':
      return { type: 'other', path, message: l10n.t('{0} must be {1} or more.', nameOf(path), String(params.limit)) };
    case 'uniqueItems':
      return { type: 'other', path, message: l10n.t('This names the same thing twice.') };
    default:
      return { type: 'other', path, message: l10n.t('This does not fit the schema\'s "{0}".', keyword) };
  }
}

/** What a text must be like, as its schema says. */
export function patternMessageOf(schema: Schema | undefined): string | undefined {
  const message = schema?.patternMessage;
  return message === undefined ? undefined : l10n.t({ message, comment: ['What a text must be like, by the model'] });
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'string' ? `\`${last}\`` : l10n.t('This entry');
}

function dependentKey(schemaPath: string): string {
  return /dependentSchemas\/([^/]+)/.exec(schemaPath)?.[1] ?? '';
}

/** A JSON Pointer as a path; steps into lists become numbers. */
function toPath(pointer: string, root: YamlValue): Path {
  const path: (string | number)[] = [];
  let node: YamlValue | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    const step = Array.isArray(node) ? Number(key) : key;
    path.push(step);
    node = at(node ?? null, [step]);
  }
  return path;
}

function at(value: YamlValue, path: Path): YamlValue | undefined {
  let current: YamlValue | undefined = value;
  for (const step of path) current = (current as Record<string | number, YamlValue> | null | undefined)?.[step];
  return current;
}

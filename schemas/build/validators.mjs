/** Compiles the schemas ahead of time, so that validating needs neither Ajv nor code generation at run time. */
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

/** The kinds of record: one schema file each. */
export const KINDS = readdirSync(new URL('..', import.meta.url))
  .flatMap((name) => /^(.+)\.schema\.json$/.exec(name)?.[1] ?? [])
  .filter((name) => name !== 'common' && name !== 'manifest')
  .sort();

/** Schemas by file name without its ending; `common` holds shared definitions only. */
const SCHEMAS = ['common', ...KINDS, 'manifest'];

/** Annotation keywords of our own, described in common.schema.json, with the type their value must have. */
const ANNOTATIONS = {
  reference: { type: 'string', enum: KINDS },
  label: { const: true },
  alias: { const: true },
  formerId: { const: true },
  acyclic: {
    anyOf: [{ const: true }, { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }],
  },
  ruleName: { const: true },
  fieldPath: { const: true },
  folder: { type: 'string' },
  symbol: { type: 'string' },
  page: { type: 'string' },
  lead: { type: 'array', items: { type: 'string' } },
  groups: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
  idHabit: { type: 'string' },
  brings: { type: 'object', additionalProperties: { type: 'string' } },
  siteTells: { type: 'array', items: { type: 'string' } },
  tellsDate: { type: 'string' },
  within: { type: 'string', enum: KINDS },
  needsCitation: { const: true },
  patternErrorMessage: { type: 'string' },
  enumDescriptions: { type: 'array', items: { type: 'string' } },
};

/** Formats whose text is checked by rules, or not at all. */
const FORMATS = ['edtf', 'edtf-date-time', 'uri', 'path'];

const HEADER = '/** Generated from the schemas; `node schemas/build/generate.mjs` writes it. */\n';

/** Keywords that say nothing about validity. Left in, they would make up a quarter of the code. */
const SILENT = new Set([...Object.keys(ANNOTATIONS), '$comment', 'title', 'description', 'examples']);

/** Keywords whose value is a map from names to schemas, so that a key in it is no keyword. */
const MAPS = new Set(['properties', '$defs', 'dependentSchemas']);

/** Copies a schema without its annotations. */
function withoutAnnotations(schema) {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([keyword]) => !SILENT.has(keyword));
  return Object.fromEntries(
    entries.map(([keyword, value]) => [
      keyword,
      MAPS.has(keyword)
        ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withoutAnnotations(child)]))
        : withoutAnnotations(value),
    ]),
  );
}

/** Reads one schema as JSON. */
function readSchema(name) {
  return JSON.parse(readFileSync(new URL(`../${name}.schema.json`, import.meta.url), 'utf8'));
}

/**
 * Compiles one function for each kind and for the manifest.
 *
 * @returns {{code: string, types: string}} an ES module without imports, and its type declarations
 */
export function buildValidators() {
  const schemas = SCHEMAS.map(readSchema);
  checkStrictly(schemas);
  const ajv = compiler(schemas.map(withoutAnnotations));
  const names = [...KINDS, 'manifest'];
  const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, `${name}.schema.json`])));
  if (/\brequire\(|^import\b/m.test(code)) throw new Error('The validators must not import anything at run time.');
  return { code: HEADER + HELPERS + compact(code), types: HEADER + typesOf(names) };
}

/** Adds an error to the ones found so far, which may be none; and those of a part, whose paths begin where it stands. */
const HELPERS = `const add = (errors, instancePath, schemaPath, keyword, params) => {
  const error = { instancePath, schemaPath, keyword, params };
  return errors === null ? [error] : (errors.push(error), errors);
};
const join = (errors, found, path) => {
  for (const error of found) error.instancePath = path + error.instancePath;
  return errors === null ? found : errors.concat(found);
};
`;

/** How Ajv writes that an error was found; it stands in the code some four hundred times. */
const FOUND =
  /const (err\d+) = \{instancePath(?::([^\n]+?))?,schemaPath:("[^\n]+?"),keyword:("[^"\n]+"),params:([^\n]+)\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g;

/** What Ajv hands on from function to function, of which only the path is ever looked at. */
const HANDED_ON = ',parentData(?::\\w+)?,parentDataProperty(?::[^,\\n]+)?,rootData,dynamicAnchors}';
/** How it asks for the errors of a part. */
const CALL = new RegExp(
  `if\\(!\\((validate\\d+)\\(([\\w.[\\]]+), \\{instancePath(?::([^,\\n]+))?${HANDED_ON}\\)\\)\\)\\{\\nvErrors = .+\\n`,
  'g',
);
const PARAMETERS = ', {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}';
/** What a function notes of the properties it has looked at, which matters to schemas that refer to each other dynamically. */
const NOTES =
  /const evaluated0 = .+\n(?:if\(evaluated0\.\w+\)\{\nevaluated0\.\w+ = undefined;\n\}\n)*|validate\d+\.evaluated = .+\n/g;
/** The schemas themselves, which errors refer to. */
const SCHEMAS_AS_VALUES = /^const schema\d+ = .+\n/gm;
const FROM_SCHEMAS = /^\{\w+: schema\d+\.[\w.]+\}$/;

/**
 * Writes each error found as one call, and leaves out what no schema here needs: the code is half as long. A path is
 * put together from the error outwards, so that nothing is made where all is well.
 */
function compact(code) {
  const short = code
    .replace(FOUND, (_all, _name, path, schemaPath, keyword, params) => {
      const told = FROM_SCHEMAS.test(params) ? '{}' : params;
      return `vErrors = add(vErrors, ${fromHere(path)}, ${schemaPath}, ${keyword}, ${told});`;
    })
    .replace(CALL, (_all, validate, value, path) => {
      return `if(!${validate}(${value})){\nvErrors = join(vErrors, ${validate}.errors, ${fromHere(path)});\n`;
    })
    .replaceAll(PARAMETERS, '')
    .replace(NOTES, '')
    .replace(SCHEMAS_AS_VALUES, '');
  if (/instancePath|rootData|dynamicProps|evaluated0|schema\d+\./.test(short))
    throw new Error('Ajv writes its code in another way than before.');
  return short;
}

/** The path of an error, or of a part, as Ajv writes it, from the value that its function is given. */
function fromHere(path = 'instancePath') {
  return path.replace(/^instancePath\+?/, '') || '""';
}

/** Makes an Ajv that knows our keywords, formats and the given schemas. */
function compiler(schemas) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false, // rules word their own
    strict: true,
    strictTypes: true,
    strictTuples: true,
    strictRequired: false, // the branches of `anyOf` name properties that their parent defines
    allowUnionTypes: true,
    inlineRefs: false, // dates stand in many places; one function for all of them is half the code
    code: { source: true, esm: true, lines: true },
  });
  for (const [keyword, metaSchema] of Object.entries(ANNOTATIONS)) ajv.addKeyword({ keyword, metaSchema });
  for (const format of FORMATS) ajv.addFormat(format, true);
  for (const schema of schemas) ajv.addSchema(schema);
  return ajv;
}

/** Compiles the schemas as they are, annotations included; throws where a keyword is unknown or has a wrong value. */
function checkStrictly(schemas) {
  const ajv = compiler(schemas);
  for (const schema of schemas) ajv.getSchema(schema.$id);
}

/** Declares the functions that the generated module exports. */
function typesOf(names) {
  return `
/** One deviation from a schema. */
export interface SchemaError {
  /** JSON pointer to the value at fault. */
  readonly instancePath: string;
  /** Where the keyword stands, within the schema or shared definition that the value was checked against. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key at fault, where a key rather than a value is. */
  readonly propertyName?: string;
}

/** Tells whether a value fits a schema; when it does not, \`errors\` says why until the next call. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

${names.map((name) => `export declare const ${name}: Validator;`).join('\n')}
`;
}

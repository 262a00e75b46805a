/** Runs all rules over one document: settings decide what counts, the record's own exceptions what is silent. */
import type { SourceDocument } from './document.ts';
import { isHarmless } from './editing/harmless.ts';
import { exceptionsOf, hasReason } from './exceptions.ts';
import type { RuleLevel } from './manifest.ts';
import type { Finding, Problem, Severity } from './problem.ts';
import type { Reader } from './reader.ts';
import type { Results, Rule } from './rule.ts';

/** Nobody reads more problems of one sort in one record; to find the place of each takes its time. */
const MOST_FINDINGS = 500;
/** As many are told of the longest record. */
const LEAST_FINDINGS = 10;
/** How much is read in all to find fixes for problems of one sort, in code units: each fix reads the whole record again. */
const MOST_READ = 2_000_000;
/** The longest message, in code units: an id, too, can be a million characters long. */
const LONGEST_MESSAGE = 1000;
const NO_FIXES = () => [];

/** A rule with the severity that someone has set for it, if anyone has. */
interface RuleInForce {
  readonly rule: Rule;
  readonly level: Severity | undefined;
}

/** The rules that are on. */
export interface RulesInForce {
  /** Those for documents of a schema, in the order in which they run. */
  readonly rulesFor: (schema: string | undefined) => readonly RuleInForce[];
  readonly names: ReadonlySet<string>;
}

/** The rules that are on, those about the other rules last. `levelSet` gives what someone has set for a rule. */
export function rulesInForce(rules: readonly Rule[], levelSet: (rule: Rule) => RuleLevel | undefined): RulesInForce {
  const on = rules.flatMap((rule) => {
    const level = levelSet(rule);
    return level === 'off' ? [] : { rule, level };
  });
  const ordered = [...on.filter(({ rule }) => !rule.last), ...on.filter(({ rule }) => rule.last)];
  const bySchema = new Map<string | undefined, readonly RuleInForce[]>();
  const rulesFor = (schema: string | undefined) => {
    const known =
      bySchema.get(schema) ??
      ordered.filter(({ rule }) => rule.kinds === undefined || rule.kinds.includes(schema ?? ''));
    bySchema.set(schema, known);
    return known;
  };
  return { rulesFor, names: new Set(on.map(({ rule }) => rule.name)) };
}

/** The problems of a document in the order of its text. */
export function checkDocument(document: SourceDocument, reader: Reader, { rulesFor, names }: RulesInForce): Problem[] {
  const problems: Problem[] = [];
  if (document.role === 'foreign') return problems;
  const excepted = silencedBy(document);
  const most = Math.max(LEAST_FINDINGS, Math.min(MOST_FINDINGS, Math.floor(MOST_READ / document.yaml.text.length)));
  const heard = new Heard(names);
  for (const { rule, level } of rulesFor(document.schema)) {
    // What a rule about the others finds depends on all that they have asked.
    const questions = rule.last ? 0 : reader.asked.count;
    if (rule.concerns?.(document, reader) === false) continue;
    const findings = rule.check(document, reader, heard);
    if (excepted?.has(rule.name)) {
      if (isAny(findings)) heard.add(rule.name);
      continue;
    }
    let told: Set<string> | undefined;
    for (const finding of findings) {
      told ??= new Set();
      // What an anchor holds is found once for each alias, and is one mistake.
      const mistake = `${finding.span.start}-${finding.span.end} ${finding.message}`;
      if (told.has(mistake)) continue;
      if (told.size >= most) break;
      told.add(mistake);
      problems.push(toProblem(document, rule, finding, level, reader.asked.count === questions));
    }
    if (told) heard.add(rule.name);
  }
  if (problems.length < 2) return problems;
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
}

/** The rules that a record silences; nearly none does. */
function silencedBy(document: SourceDocument): ReadonlySet<string> | undefined {
  const exceptions = exceptionsOf(document);
  if (exceptions.length === 0) return undefined;
  return new Set(exceptions.filter(hasReason).map(({ rule }) => rule));
}

/** The rules that have found something in one document, of those in force. */
class Heard implements Results {
  readonly #inForce: ReadonlySet<string>;
  #speaking: Set<string> | undefined;

  constructor(inForce: ReadonlySet<string>) {
    this.#inForce = inForce;
  }

  add(rule: string): void {
    this.#speaking ??= new Set();
    this.#speaking.add(rule);
  }

  get(rule: string): boolean | undefined {
    return this.#inForce.has(rule) ? (this.#speaking?.has(rule) ?? false) : undefined;
  }
}

function toProblem(
  document: SourceDocument,
  rule: Rule,
  finding: Finding,
  level: Severity | undefined,
  local: boolean,
): Problem {
  return {
    rule: rule.name,
    // A finding milder than its rule stays milder, unless someone has set the rule's level.
    severity: level ?? finding.severity ?? rule.severity,
    document,
    span: finding.span,
    message: bounded(finding.message),
    related: (finding.related ?? []).map((place) => ({ ...place, message: bounded(place.message) })),
    local,
    fixes: fixesOf(document, finding),
  };
}

function bounded(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}

/** Whether there is a finding; no more than the first is looked for. */
function isAny(findings: Iterable<Finding>): boolean {
  for (const _ of findings) return true;
  return false;
}

/**
 * A finding's fixes, those aside that would change more than they mean to: YAML has ways to write a record that no rule
 * thinks of. In a text that cannot be read from end to end none is certain: what follows may be read otherwise.
 */
function fixesOf(document: SourceDocument, { fixes }: Finding): Problem['fixes'] {
  if (!fixes) return NO_FIXES;
  const isSound = document.yaml.errors.length === 0;
  return () =>
    fixes()
      .filter(({ edits }) => isHarmless(edits))
      .map((fix) => ({ ...fix, title: bounded(fix.title), ...(!isSound && { certain: false }) }));
}

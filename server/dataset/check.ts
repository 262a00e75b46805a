/** Runs all rules over one document: settings decide what counts, the record's own exceptions what is silent. */
import type { SourceDocument } from './document.ts';
import { exceptionsOf, hasReason } from './exceptions.ts';
import type { RuleLevel } from './manifest.ts';
import type { Finding, Problem, Severity } from './problem.ts';
import type { Reader } from './reader.ts';
import type { Rule } from './rule.ts';

/** Nobody reads more problems of one sort in one record; to find the place of each takes its time. */
const MOST_FINDINGS = 500;
const NO_FIXES = () => [];

/** The problems of a document in the order of its text; `levelSet` gives what someone has set for a rule, if anyone has. */
export function checkDocument(
  document: SourceDocument,
  reader: Reader,
  rules: readonly Rule[],
  levelSet: (rule: Rule) => RuleLevel | undefined,
): Problem[] {
  if (document.role === 'foreign') return [];
  const excepted = new Set(exceptionsOf(document).flatMap((entry) => (hasReason(entry) ? entry.rule : [])));
  const results = new Map<string, boolean>();
  const problems: Problem[] = [];
  const run = (rule: Rule) => {
    const level = levelSet(rule);
    if (level === 'off') return;
    // What a rule about the others finds depends on all that they have asked.
    const questions = rule.last ? 0 : reader.asked.count;
    const findings = rule.check(document, reader, results);
    if (excepted.has(rule.name)) {
      results.set(rule.name, isAny(findings));
      return;
    }
    const count = problems.length;
    let told: Set<string> | undefined;
    for (const finding of findings) {
      told ??= new Set();
      // What an anchor holds is found once for each alias, and is one mistake.
      const mistake = `${finding.span.start}-${finding.span.end} ${finding.message}`;
      if (told.has(mistake)) continue;
      if (told.size >= MOST_FINDINGS) break;
      told.add(mistake);
      problems.push(toProblem(document, rule, finding, level, reader.asked.count === questions));
    }
    results.set(rule.name, problems.length > count);
  };
  for (const rule of rules) if (!rule.last) run(rule);
  for (const rule of rules) if (rule.last) run(rule);
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
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
    message: finding.message,
    related: finding.related ?? [],
    local,
    fixes: fixesOf(document, finding),
  };
}

/** Whether there is a finding; no more than the first is looked for. */
function isAny(findings: Iterable<Finding>): boolean {
  for (const _ of findings) return true;
  return false;
}

/** A finding's fixes. In a text that cannot be read from end to end none is certain: what follows may be read otherwise. */
function fixesOf(document: SourceDocument, { fixes }: Finding): Problem['fixes'] {
  if (!fixes || document.yaml.errors.length === 0) return fixes ?? NO_FIXES;
  return () => fixes().map((fix) => ({ ...fix, certain: false }));
}

/** Runs all rules over one document: settings decide what counts, the record's own exceptions what is silent. */
import type { SourceDocument } from './document.ts';
import type { RuleLevel } from './manifest.ts';
import type { Finding, Problem } from './problem.ts';
import type { Reader } from './reader.ts';
import type { Rule } from './rule.ts';
import type { YamlRecord } from './yaml-tree.ts';

/** Nobody reads more problems of one sort in one record; to find the place of each takes its time. */
const MOST_FINDINGS = 500;
const NO_FIXES = () => [];

/** The problems of a document in the order of its text. */
export function checkDocument(
  document: SourceDocument,
  reader: Reader,
  rules: readonly Rule[],
  levelOf: (rule: Rule) => RuleLevel,
): Problem[] {
  if (document.role === 'foreign') return [];
  const excepted = exceptedRules(document);
  const problems: Problem[] = [];
  for (const rule of rules) {
    const level = levelOf(rule);
    if (level === 'off' || excepted.has(rule.name)) continue;
    const questions = reader.asked.count;
    const told = new Set<string>();
    for (const finding of rule.check(document, reader)) {
      // What an anchor holds is found once for each alias, and is one mistake.
      const mistake = `${finding.span.start}-${finding.span.end} ${finding.message}`;
      if (told.has(mistake)) continue;
      if (told.size >= MOST_FINDINGS) break;
      told.add(mistake);
      problems.push({
        rule: rule.name,
        // A finding milder than its rule stays milder, unless someone has set the rule's level.
        severity: level === rule.severity ? (finding.severity ?? level) : level,
        document,
        span: finding.span,
        message: finding.message,
        related: finding.related ?? [],
        local: reader.asked.count === questions,
        fixes: fixesOf(document, finding),
      });
    }
  }
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
}

/** A finding's fixes. In a text that cannot be read from end to end none is certain: what follows may be read otherwise. */
function fixesOf(document: SourceDocument, { fixes }: Finding): Problem['fixes'] {
  if (!fixes || document.yaml.errors.length === 0) return fixes ?? NO_FIXES;
  return () => fixes().map((fix) => ({ ...fix, certain: false }));
}

/** The rules that a record silences with a reason. */
function exceptedRules(document: SourceDocument): Set<string> {
  const exceptions = document.record?.value.exceptions;
  if (!Array.isArray(exceptions)) return new Set();
  return new Set(
    exceptions
      .filter((entry): entry is YamlRecord => entry !== null && typeof entry === 'object' && !Array.isArray(entry))
      .filter((entry) => typeof entry.reason === 'string' && entry.reason.trim() !== '')
      .flatMap((entry) => (typeof entry.rule === 'string' ? entry.rule : [])),
  );
}

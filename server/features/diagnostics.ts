/** Problems as LSP diagnostics. */
import { type Diagnostic, DiagnosticSeverity, type Location } from 'vscode-languageserver-types';
import type { Dataset } from '../dataset/dataset.ts';
import type { Problem, Related, Severity } from '../dataset/problem.ts';
import { placeOf } from '../dataset/related.ts';
import { DIAGNOSTIC_SOURCE } from '../protocol.ts';
import type { Converter } from './convert.ts';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * The diagnostic of a problem; places it points to that are no more are left out. `rulePage` is the address of the page
 * about a rule with `{rule}` for its name.
 */
export function toDiagnostic(
  problem: Problem,
  dataset: Dataset,
  converter: Converter,
  rulePage: string | undefined,
): Diagnostic {
  const related = problem.related.flatMap((place) => {
    const location = locationOf(place, problem, dataset, converter);
    return location ? [{ location, message: place.message }] : [];
  });
  return {
    range: converter.range(problem.document, problem.span),
    severity: SEVERITIES[problem.severity],
    code: problem.rule,
    ...(rulePage !== undefined && { codeDescription: { href: rulePage.replace('{rule}', problem.rule) } }),
    source: DIAGNOSTIC_SOURCE,
    message: problem.message,
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** Where a place that explains a problem is now; nothing when it is no more, or is the problem's own. */
export function locationOf(
  related: Related,
  problem: Problem,
  dataset: Dataset,
  converter: Converter,
): Location | undefined {
  const place = placeOf(related, problem, dataset);
  return place && converter.location(place.document, place.span);
}

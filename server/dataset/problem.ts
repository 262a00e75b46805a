/** What can be wrong, and how it is put right: problems, the places they point to, and fixes. */
import type { SourceDocument } from './document.ts';
import type { Span } from './text.ts';
import type { Path } from './yaml/tree.ts';

/** How bad a problem is, worst first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Another place that explains a problem; kept by name, so that it is found where it stands when someone looks. */
export interface Related {
  readonly kind: string;
  readonly id: string;
  readonly path: Path;
  readonly message: string;
}

/** A replacement in one document; the span counts from the document's beginning. */
export interface DocumentEdit {
  readonly document: SourceDocument;
  readonly span: Span;
  readonly text: string;
}

/** A file that a fix makes; the path is relative to the dataset's root. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** A file that a fix gives another name in its folder, once the edits are made. */
export interface FileRename {
  readonly document: SourceDocument;
  readonly name: string;
}

/** One way to put a problem right. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly DocumentEdit[];
  readonly creates?: NewFile;
  readonly renames?: FileRename;
  /** The only document of a file that goes, once the edits are made. */
  readonly deletes?: SourceDocument;
  /** A place where a person decides; a fix that goes there changes nothing itself. */
  readonly goesTo?: Related;
  /** True when this is what is meant beyond doubt, so that it may be applied unseen. */
  readonly certain?: boolean;
}

/** A problem as a rule finds it; the span counts from the document's beginning. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** Called when someone asks, so that finding stays cheap. */
  readonly fixes?: () => readonly Fix[];
}

/** A finding with its rule, its place and the severity that settings give it. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly document: SourceDocument;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  /** True when no other record has a say in it. */
  readonly local: boolean;
  readonly fixes: () => readonly Fix[];
}

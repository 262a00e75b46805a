/** What a rule is: a declaration, its documentation, examples that run as tests, and a plain function. */
import type { SourceDocument } from './document.ts';
import type { Finding, Severity } from './problem.ts';
import type { Reader } from './reader.ts';

/**
 * A small dataset, by file name. Text between `⟦` and `⟧` is where the rule must speak; examples that are right have
 * none. A file without a name of its own is given as a plain text.
 */
export type Example = string | Readonly<Record<string, string>>;

/**
 * What every example's dataset holds beside the example, so that an example can name its source in one line:
 * `citations: [{ source: example-report }]`.
 */
export const exampleBackdrop: Readonly<Record<string, string>> = {
  'sources/example-report.yaml':
    'kind: source\nid: example-report\ntitle: A report that the examples cite\npublisher: Example News\nlanguage: en\ntype: news-agency\n',
};

/** The rules that have run over a document, and whether each has found something, silenced or not. */
export type Results = Pick<ReadonlyMap<string, boolean>, 'get'>;

export interface Rule {
  /** Stable for ever; the diagnostic's code. */
  readonly name: string;
  readonly severity: Severity;
  /** One line, for lists. */
  readonly title: string;
  /** The kinds of record that it is about, where it is not about all documents. */
  readonly kinds?: readonly string[];
  readonly docs: {
    /** What it reports. */
    readonly what: string;
    /** What goes wrong otherwise. */
    readonly why: string;
    /** What to do. */
    readonly fix: string;
  };
  /**
   * A quick look that settles most documents: where it says false, `check` is not asked. What it asks of `reader` is
   * remembered, too.
   */
  readonly concerns?: (document: SourceDocument, reader: Reader) => boolean;
  readonly examples: { readonly wrong: readonly Example[]; readonly right: readonly Example[] };
  /**
   * Finds what is wrong in one document. Whatever it wants to know of other records it asks of `reader`, which remembers:
   * when one of the answers changes, this document is checked again, and only then.
   */
  readonly check: (document: SourceDocument, reader: Reader, results: Results) => Iterable<Finding>;
  /** True for a rule about the other rules: it runs after them, and then `results` is whole. */
  readonly last?: boolean;
}

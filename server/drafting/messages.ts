/** What client and server say to each other about records and citations that are yet to be made. */

/** Asks about the dataset that a file or folder belongs to. */
export interface DraftParams {
  uri: string;
}

/** A zero-based LSP position in a file. */
export interface DraftPlace {
  uri: string;
  position: { line: number; character: number };
}

/** The datasets in which a record can be begun, and what it can be. */
export interface DraftStart {
  /** Those of the window that have a folder; empty folders only where there is nothing else. */
  datasets: { uri: string; title: string }[];
  /** The one that was asked about, if it is among them. */
  dataset: string | null;
  kinds: DraftKind[];
}

export interface DraftKind {
  kind: string;
  /** The same as a person calls it. */
  name: string;
  description: string;
  /** How many records of the kind the dataset has. */
  count: number;
}

/** Asks what is to be asked for a record of a kind; `at` is where the cursor is. */
export interface DraftFormParams extends DraftParams {
  kind: string;
  at?: DraftPlace;
  /** Whether it is to be made at the record under the cursor, as a proposal at a summit. */
  isHere?: boolean;
}

/** `null` instead of it says that no such record can be made at the one under the cursor. */
export interface DraftForm {
  questions: DraftQuestion[];
  /** What is known without a question. */
  given: DraftSetting[];
  /** The record that it is made at. */
  at: DraftChoice | null;
}

/** One thing that is said of a record: the path of a field, and a text for it. */
export interface DraftSetting {
  path: string;
  text: string;
}

/** One question. Where records of several kinds may be the answer, each kind has a field of its own. */
export interface DraftQuestion {
  type: 'text' | 'date' | 'record';
  fields: { path: string; kind: string | null }[];
  /** What is asked for, in a word or two. */
  name: string;
  description: string;
  example: string | null;
  /** Whether the record must have it. */
  isNeeded: boolean;
  /** A likely answer. */
  guess: DraftChoice | null;
}

/** A record to choose. */
export interface DraftChoice {
  kind: string;
  id: string;
  label: string;
  /** What tells it from others of that name. */
  detail: string;
}

/** Asks for records of some kinds by any of their names. */
export interface DraftRecordsParams extends DraftParams {
  kinds: string[];
  query: string;
}

/** Asks what a text means for a field. */
export interface DraftCheckParams extends DraftParams {
  kind: string;
  path: string;
  text: string;
}

/** How a text is understood. */
export interface DraftCheck {
  /** What is to be written; absent where the text cannot stand there. */
  text: string | null;
  /** What that means, or what is wrong. */
  message: string | null;
}

/** Asks for an id: whether one can be had, or which would be usual. */
export interface DraftIdParams extends DraftParams {
  kind: string;
  settings: DraftSetting[];
  id?: string;
}

export interface DraftId {
  id: string;
  /** The path of the file that the record would get, from the dataset's root. */
  path: string;
  /** Why it cannot be; absent where it can. */
  message: string | null;
}

export interface DraftRecordParams extends DraftIdParams {
  id: string;
}

/** A file to be made. */
export interface DraftFile {
  uri: string;
  path: string;
  text: string;
  /** The same text in the language of snippets, with a stop wherever something is to be filled in; absent where nothing is. */
  snippet: string | null;
}

/** Asks for the sources that the record at a place may cite. */
export interface CitableParams extends DraftPlace {
  query: string;
}

/** `null` instead of it says that no record stands there that can cite anything. */
export interface Citable {
  /** The record that is to cite. */
  record: DraftChoice;
  /** The sources that answer the query, the likeliest first. */
  sources: CitableSource[];
}

export interface CitableSource extends DraftChoice {
  /** Whether this record does. */
  isCited: boolean;
}

/** Asks what an address, or a text with one in it, tells of the source behind it. */
export interface SourceGuessParams extends DraftParams {
  text: string;
}

/** What is known of a source by its address alone; `null` instead of it where the text holds no address. */
export interface SourceGuess {
  /** The source that the dataset has for that page already. */
  known: DraftChoice | null;
  kind: string;
  /** What is said without a question. */
  given: DraftSetting[];
  /** What is to be asked, with what is likely. */
  questions: (DraftQuestion & { text: string })[];
}

/** Has a source cited: one that there is, or one that is made with these settings and this id. */
export interface CiteParams extends DraftPlace {
  source: string;
  settings?: DraftSetting[];
}

/** What is to be changed for it. */
export interface Cite {
  edits: { range: { start: DraftPlace['position']; end: DraftPlace['position'] }; newText: string }[];
  creates: DraftFile | null;
}

/** What is worked on: the files on disk, the file that is open, and the places in it where someone types and asks. */
import { type Edit, insertion } from './edits.ts';
import { generateDataset, type Kind, summitFile } from './generate.ts';
import { longest, realFiles, realSummits } from './real.ts';

/** The end of a value in a file, where characters are typed. Zero-based, as in LSP. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** A file on disk; the path is relative to the dataset's root, with forward slashes. */
interface File {
  readonly path: string;
  readonly text: string;
}

export interface Workload {
  readonly name: string;
  /** On disk before the servers start. */
  readonly files: readonly File[];
  /** Paths of files with a problem: who has told them all has looked at everything. */
  readonly faulty: readonly string[];
  /** Measures of keystrokes by the place they happen at; of a mistake in a `shape` both servers have something to say. */
  readonly keystrokes: readonly { readonly what: string; readonly place: Place; readonly shape: boolean }[];
  /** Where a word is wrong while other edits are made above it: each of them moves the problem, or adds one. */
  readonly beacon: Place;
  /** Larger edits above the beacon; other texts for each number. */
  readonly edits: (number: number) => readonly Edit[];
  /** Where completion and hover are asked for. */
  readonly asked: Place;
  /** The text of a file that is new to the dataset, with one mistake; another for each number. */
  readonly fresh: (number: number) => string;
  /** How often everything is done. */
  readonly rounds: number;
}

const IN_LIST = 'keystroke → problems, value of a list';
const IN_STATE = 'keystroke → problems, state';
const IN_MEETING = 'keystroke → problems, meeting of the dataset';
const PASTE = 'paste of 100 records → problems';

const PASTED = 100;

/** One file of so many records. */
export function oneFile(records: number, rounds: number): Workload {
  const file = { path: 'summits/meetings.yaml', text: summitFile(records) };
  return {
    name: records === 1 ? '1 record' : `${grouped(records)} records in one file`,
    files: [file],
    faulty: [],
    ...inMeeting(file, Math.floor(records / 2), generatedPaste),
    fresh: (number) => faulty(summitFile(records, 1000 + number)),
    rounds,
  };
}

/** So many files of one record each; the file that is open is one of them. */
export function dataset(records: number, rounds: number): Workload {
  const files = generateDataset({ records });
  const middleOf = (kind: Kind) => {
    const fit = files.filter((file) => file.kind === kind && !file.isFaulty);
    return fit[Math.floor(fit.length / 2)]!;
  };
  return {
    name: `dataset of ${grouped(records)} files`,
    files,
    faulty: files.flatMap(({ path, isFaulty }) => (isFaulty ? [path] : [])),
    ...inDataset(middleOf('summit'), middleOf('proposal'), generatedPaste),
    fresh: (number) => faulty(summitFile(1, 1000 + number)),
    rounds,
  };
}

/** The sample dataset, with its longest files open. */
export function sample(rounds: number): Workload {
  const files = realFiles();
  const summit = longest(files, 'summits');
  return {
    name: `samples/eurasia, ${files.length} files`,
    files,
    faulty: [],
    ...inDataset(summit, longest(files, 'proposals'), (number) => realSummits(files, PASTED, number)),
    fresh: (number) => faulty(summit.text.replace(/^id: .*$/m, `id: new-${number}`)),
    rounds,
  };
}

/** A number as people write it: 10,000. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

type Places = Pick<Workload, 'keystrokes' | 'beacon' | 'edits' | 'asked'>;

function inDataset(summit: File, proposal: File, paste: (number: number) => string): Places {
  const places = inMeeting(summit, 0, paste);
  const meeting = { what: IN_MEETING, place: placeOf(proposal, 'made_at'), shape: false };
  return { ...places, keystrokes: [...places.keystrokes, meeting] };
}

/** Edits of one meeting in a file: keys, values, and records that come before it. */
function inMeeting(file: File, record: number, paste: (number: number) => string): Places {
  const [asked, beacon] = [placeOf(file, 'level', record), placeOf(file, 'status', record)];
  const head = file.text.split('\n').slice(0, asked.line).lastIndexOf('kind: summit');
  const begin = { path: file.path, line: head, character: 0 };
  return {
    keystrokes: [
      { what: IN_LIST, place: beacon, shape: true },
      { what: IN_STATE, place: placeOf(file, 'host', record), shape: false },
    ],
    beacon,
    edits: (number) => [
      insertion('keystroke → problems, new line', asked, '\n'),
      insertion('keystroke → problems, new key', asked, `\nmodus: hybrid ${number}`, /^modus/),
      insertion(PASTE, begin, `${lastFaulty(paste(number))}---\n`, /heldx$/, `${PASTE}, undone`),
    ],
    asked,
  };
}

/** Generated records under ids that no other text has; the last of them is the source that all others cite. */
function generatedPaste(number: number): string {
  return summitFile(PASTED - 1, 5000 + number).replace(/^id: (?!yearbook).*$/gm, (line) => `${line}-pasted-${number}`);
}

/** The end of the value of a key at the beginning of a line, in the record of that number. */
function placeOf({ path, text }: File, key: string, record = 0): Place {
  const lines = text.split('\n');
  const found = lines.flatMap((line, index) => (line.startsWith(`${key}: `) ? index : []));
  const line = found[record];
  if (line === undefined) throw new Error(`${path} has no record ${record} with the key ${key}.`);
  return { path, line, character: lines[line]!.length };
}

function faulty(text: string): string {
  return text.replace('status: held', 'status: heldx');
}

function lastFaulty(text: string): string {
  const at = text.lastIndexOf('status: held') + 'status: held'.length;
  return `${text.slice(0, at)}x${text.slice(at)}`;
}

/** What is worked on: the files on disk, the file that is open, and the places in it where someone types and asks. */
import { type GeneratedFile, generateDataset, type Kind, summitFile } from './generate.ts';

/** The end of a value in a file, where characters are typed. Zero-based, as in LSP. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

export interface Workload {
  readonly name: string;
  /** On disk before the servers start. */
  readonly files: readonly GeneratedFile[];
  /** Measures of keystrokes by the place they happen at. */
  readonly keystrokes: readonly { readonly what: string; readonly place: Place }[];
  /** Where completion and hover are asked for. */
  readonly asked: Place;
  /** The text of a file that is new to the dataset, with one mistake; another for each number. */
  readonly fresh: (number: number) => string;
  /** How often everything is done. */
  readonly rounds: number;
}

export const IN_LIST = 'keystroke → problems, value of a list';
export const IN_STATE = 'keystroke → problems, state';
export const IN_MEETING = 'keystroke → problems, meeting of the dataset';

/** One file of so many records. */
export function oneFile(records: number, rounds: number): Workload {
  const path = 'summits/meetings.yaml';
  const text = summitFile(records);
  const middle = Math.floor(records / 2);
  return {
    name: records === 1 ? '1 record' : `${grouped(records)} records in one file`,
    files: [{ path, kind: 'summit', text, isFaulty: false }],
    keystrokes: [
      { what: IN_LIST, place: placeOf(path, text, 'status', middle) },
      { what: IN_STATE, place: placeOf(path, text, 'host', middle) },
    ],
    asked: placeOf(path, text, 'level', middle),
    fresh: (number) => faulty(summitFile(records, 1000 + number)),
    rounds,
  };
}

/** So many files of one record each; the file that is open is one of them. */
export function dataset(records: number, rounds: number): Workload {
  const files = generateDataset({ records });
  const summit = middleOf(files, 'summit');
  const proposal = middleOf(files, 'proposal');
  return {
    name: `dataset of ${grouped(records)} files`,
    files,
    keystrokes: [
      { what: IN_LIST, place: placeOf(summit.path, summit.text, 'status') },
      { what: IN_STATE, place: placeOf(summit.path, summit.text, 'host') },
      { what: IN_MEETING, place: placeOf(proposal.path, proposal.text, 'made_at') },
    ],
    asked: placeOf(summit.path, summit.text, 'level'),
    fresh: (number) => faulty(summitFile(1, 1000 + number)),
    rounds,
  };
}

/** A number as people write it: 10,000. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

function middleOf(files: readonly GeneratedFile[], kind: Kind): GeneratedFile {
  const fit = files.filter((file) => file.kind === kind && !file.isFaulty);
  return fit[Math.floor(fit.length / 2)]!;
}

/** The end of the value of a key at the beginning of a line, in the record of that number. */
function placeOf(path: string, text: string, key: string, record = 0): Place {
  const lines = text.split('\n');
  const found = lines.flatMap((line, index) => (line.startsWith(`${key}: `) ? index : []));
  const line = found[record];
  if (line === undefined) throw new Error(`${path} has no record ${record} with the key ${key}.`);
  return { path, line, character: lines[line]!.length };
}

function faulty(text: string): string {
  return text.replace('status: held', 'status: heldx');
}

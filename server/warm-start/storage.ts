/** Where the server keeps something from one start to the next, and how it tells texts apart: what differs between machines. */

/** Files that outlast the server. Neither call may be believed to succeed: disks are full, folders are read-only. */
export interface Storage {
  /** Tells the server's build, with its rules and schemas, from every other. */
  readonly build: string;
  /** Begins a digest, by which nobody finds two texts that look the same. */
  digest(): Digest;
  /** What was written under a name, by whatever version; nothing where there is none. @throws what the system says */
  read(name: string): Promise<string | undefined>;
  /** Keeps a text under a name, whole or not at all, however many do so at once. @throws what the system says */
  write(name: string, text: string): Promise<void>;
}

export interface Digest {
  /** Adds a text; where one ends and the next begins makes no difference. */
  add(text: string): void;
  /** The digest as a word of letters and digits; nothing can be added any more. */
  result(): string;
}

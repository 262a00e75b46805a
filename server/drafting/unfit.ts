/** What is said of a new record and cannot be so. */

/** Its message is for the person; names in it are as they were written. */
export class Unfit extends Error {
  /** The path of something that could be said instead, where the message ends before it. */
  readonly instead: string | undefined;

  constructor(message: string, instead?: string) {
    super(message);
    this.instead = instead;
  }
}

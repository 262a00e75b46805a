/** The exit codes of every command, and the words that help has for them. */
export const ExitCode = {
  /** Nothing worse than warnings. */
  clean: 0,
  /** Errors in the dataset, or something that could not be read. */
  problems: 1,
  /** It was called in a way that makes no sense; nothing was done. */
  misuse: 2,
  /** Stopped from the keyboard: 128 and the number of SIGINT, as shells have it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** For the end of a help text. */
export const exitCodes = `
Exit codes:
  ${ExitCode.clean}    no errors (there may be warnings)
  ${ExitCode.problems}    errors, or files that could not be read
  ${ExitCode.misuse}    an option, file or folder that does not exist; nothing was checked
  ${ExitCode.interrupted}  interrupted`;

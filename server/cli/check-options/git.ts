/** Asks git. Nothing goes through a shell, nothing that a repository names is run, and names come as they are, whatever `core.quotepath` says. */
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';

/** Why git has no answer. */
export class GitError extends Failure {
  constructor(message: string) {
    super(ExitCode.misuse, message);
  }
}

/** A repository as `git rev-parse --local-env-vars` has it: hooks set these for the one that they run in. */
const LOCAL = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|IMPLICIT_WORK_TREE)$/;
/** The longest answer, in bytes: the names of some millions of files. */
const MOST = 1 << 29;

/**
 * A repository may be a stranger's, and git runs what its settings name: a monitor of files, hooks, filters. (Filters
 * have names of their own: {@link Git} finds them.) A folder of files that looks like a repository is none.
 */
const HARMLESS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
/** Commands in settings that rewrite files as git reads them. */
const FILTERS = '^filter\\..*\\.(clean|process|required)$';

/** What git has said, and its exit code. */
interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** git in a folder, whose repository is the one that the folder lies in. */
export class Git {
  readonly #folder: string;
  #withoutFilters: Promise<NodeJS.ProcessEnv> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What a command prints; `undefined` where it fails, which is then an answer, too. @throws GitError without git */
  async ask(...args: string[]): Promise<string | undefined> {
    const { code, stdout } = await this.#run(args);
    return code === 0 ? stdout : undefined;
  }

  /** What a command prints. @throws GitError with what git says where it fails, and without git */
  async tell(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.#run(args);
    if (code === 0) return stdout;
    throw new GitError(`git says: ${stderr.trim().replace(/\s+/g, ' ') || `exit code ${code}`}`);
  }

  /** The names that a command prints with `-z`. @throws GitError like {@link tell} */
  async names(...args: string[]): Promise<string[]> {
    return (await this.tell(...args)).split('\0').filter((name) => name !== '');
  }

  async #run(args: readonly string[]): Promise<Answer> {
    this.#withoutFilters ??= this.#findFilters();
    return this.#execute(args, await this.#withoutFilters);
  }

  /** The settings without which no filter is left. A file that a filter would give back as it was counts as changed then. */
  async #findFilters(): Promise<NodeJS.ProcessEnv> {
    const { stdout } = await this.#execute(['config', '-z', '--name-only', '--get-regexp', FILTERS], {});
    const names = new Set(stdout.split('\0').filter((name) => name !== ''));
    // By `-c`, a name with an equals sign in it would be another.
    const before = Number(process.env.GIT_CONFIG_COUNT) || 0;
    const settings = [...names].flatMap((name, place) => [
      [`GIT_CONFIG_KEY_${before + place}`, name],
      [`GIT_CONFIG_VALUE_${before + place}`, ''],
    ]);
    return { ...Object.fromEntries(settings), GIT_CONFIG_COUNT: String(before + names.size) };
  }

  #execute(args: readonly string[], settings: NodeJS.ProcessEnv): Promise<Answer> {
    const env = {
      ...withoutRepository(process.env),
      // Optional locks would let a check disturb someone's commit; messages are read, so they must be in one language.
      GIT_OPTIONAL_LOCKS: '0',
      LC_ALL: 'C',
      // What is missing in a clone stays missing: nothing is fetched, by whatever program.
      GIT_ALLOW_PROTOCOL: '',
      GIT_NO_LAZY_FETCH: '1',
      ...settings,
    };
    // Windows looks for programs where it stands first: better not in someone's dataset.
    const options = { cwd: dirname(process.execPath), env, maxBuffer: MOST, windowsHide: true };
    const harmless = HARMLESS.flatMap((setting) => ['-c', setting]);
    return new Promise((resolve, reject) => {
      execFile('git', ['--no-pager', ...harmless, '-C', this.#folder, ...args], options, (error, stdout, stderr) => {
        if (!error) resolve({ code: 0, stdout, stderr });
        else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr });
        else if (error.code === 'ENOENT') reject(new GitError('There is no git on this machine: --changed needs it.'));
        else reject(new GitError(`git could not be run: ${error.message}`));
      });
    });
  }
}

function withoutRepository(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !LOCAL.test(name)));
}

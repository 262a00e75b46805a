/**
 * Globs, matched by following all their ways at once (Thompson, "Regular Expression Search Algorithm", CACM 11:6, 1968):
 * a path takes time in proportion to its length and the glob's, whatever either is made of.
 */

/** What a glob of a manifest looks like; the schema of the manifest says the same to people. */
const GLOB = /^(?!!?$)[^()]{1,200}$/;
/** How many globs of a manifest count. */
export const MOST_GLOBS = 100;

/** Whether a text is a glob: what is empty, too long, or has parentheses (extended globs) is none. */
export function isGlob(text: string): boolean {
  return GLOB.test(text);
}

/** A step on the way through a glob: a character that is read, or none; then the steps that may follow. */
interface Step {
  /** Absent for a step that reads nothing. `isFirst` is true for the first character of a file's or folder's name. */
  readonly reads?: (character: string, isFirst: boolean) => boolean;
  readonly next: Step[];
}

const isInName = (character: string) => character !== '/';
/** What is hidden is named by its dot, or not at all. */
const isShown = (character: string, isFirst: boolean) => character !== '/' && !(isFirst && character === '.');

/**
 * A test for paths with `/`, capitals and small letters alike: `*` stands for any characters of a name and `?` for one,
 * `**` for any folders, `[a-z]` and `[!a-z]` for a character of a sort, `{a,b}` for either; `\` takes a character as it
 * is. Wildcards do not stand for a dot that begins a name.
 */
export function matcher(glob: string): (path: string) => boolean {
  const end: Step = { next: [] };
  const first = new Compiler(glob.toLowerCase().replace(/^\.\//, '')).compile(end);
  const places = new Places(end);
  const start = places.of(new Set([first]), true);
  return (path) => {
    let place = start;
    for (const character of path.toLowerCase()) {
      place = place.next.get(character) ?? places.after(place, character);
      if (place.steps.size === 0) return false;
    }
    return place.isEnd;
  };
}

/** All steps that a path may have come to, and the places that are known to follow, by the character that leads there. */
interface Place {
  readonly steps: ReadonlySet<Step>;
  readonly isFirst: boolean;
  readonly isEnd: boolean;
  readonly next: Map<string, Place>;
}

/** How many places of a glob, and ways between them, are kept: paths have much in common. */
const KEPT = { places: 256, ways: 2000 };

/** The places of one glob; those that come first are kept. */
class Places {
  readonly #end: Step;
  readonly #numbers = new Map<Step, number>();
  readonly #known = new Map<string, Place>();
  readonly #kept = new Set<Place>();
  #ways = 0;

  constructor(end: Step) {
    this.#end = end;
  }

  /** The place where a path has read a character. */
  after(place: Place, character: string): Place {
    const following = new Set<Step>();
    for (const { reads, next } of place.steps)
      if (reads?.(character, place.isFirst)) for (const step of next) following.add(step);
    const found = this.of(following, character === '/');
    if (this.#kept.has(found) && this.#ways++ < KEPT.ways) place.next.set(character, found);
    return found;
  }

  /** The place of some steps, to which those are added that follow without anything being read. */
  of(steps: Set<Step>, isFirst: boolean): Place {
    for (const { reads, next } of steps) if (!reads) for (const step of next) steps.add(step);
    const made: Place = { steps, isFirst, isEnd: steps.has(this.#end), next: new Map() };
    if (this.#known.size >= KEPT.places) return made;
    const key = `${isFirst} ${[...steps].map((step) => this.#numberOf(step)).sort()}`;
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, made);
    this.#kept.add(made);
    return made;
  }

  #numberOf(step: Step): number {
    const number = this.#numbers.get(step) ?? this.#numbers.size;
    this.#numbers.set(step, number);
    return number;
  }
}

class Compiler {
  readonly #glob: string;

  constructor(glob: string) {
    this.#glob = glob;
  }

  /** The first step of the way through a part of the glob, from its end backwards to what follows it. */
  compile(end: Step, from = 0, to = this.#glob.length): Step {
    return this.#parts(from, to).reduceRight((next, [start, stop]) => this.#step(start, stop, next), end);
  }

  /** Cuts a part of the glob into what is read as one. */
  #parts(from: number, to: number): [start: number, end: number][] {
    const parts: [number, number][] = [];
    for (let at = from; at < to; at = parts.at(-1)![1]) parts.push([at, Math.min(this.#endOf(at), to)]);
    return parts;
  }

  #endOf(at: number): number {
    const glob = this.#glob;
    switch (glob[at]) {
      case '\\':
        return at + 2;
      case '*':
        return at + /^\*+/.exec(glob.slice(at))![0].length + (this.#isFolders(at) && glob[at + 2] === '/' ? 1 : 0);
      case '[':
        return at + (/^\[[!^]?.[^\]]*\]/s.exec(glob.slice(at))?.[0].length ?? 1);
      case '{':
        return this.#commas(at)?.at(-1) ?? at + 1;
      default:
        return at + 1;
    }
  }

  /** True for `**` that is the whole of a name. */
  #isFolders(at: number): boolean {
    const glob = this.#glob;
    return glob.startsWith('**', at) && /^[/{,]?$/.test(glob.charAt(at - 1)) && /^[/},]?$/.test(glob.charAt(at + 2));
  }

  /** Where the alternatives of a `{` end, each behind its comma and the last behind the `}`; nothing where there are none. */
  #commas(open: number): number[] | undefined {
    const ends: number[] = [];
    let depth = 0;
    for (let at = open; at < this.#glob.length; at++) {
      const character = this.#glob[at]!;
      if (character === '\\') at++;
      else if (character === '{') depth++;
      else if (character === ',' && depth === 1) ends.push(at + 1);
      else if (character === '}' && --depth === 0) return ends.length > 0 ? [...ends, at + 1] : undefined;
    }
    return undefined;
  }

  #step(start: number, end: number, next: Step): Step {
    const part = this.#glob.slice(start, end);
    if (part.startsWith('*')) return this.#isFolders(start) ? folders(next, part.endsWith('/')) : any(isShown, next);
    if (part === '?') return { reads: isShown, next: [next] };
    if (part.length > 1 && part.startsWith('[')) return { reads: sortOf(part), next: [next] };
    if (part.length > 1 && part.startsWith('{')) {
      const ends = this.#commas(start)!;
      return { next: ends.map((stop, i) => this.compile(next, ends[i - 1] ?? start + 1, stop - 1)) };
    }
    const literal = part.length > 1 ? part.slice(1) : part;
    const mayHide = start === 0 || /[/{,]/.test(this.#glob.charAt(start - 1));
    return {
      reads: (character, isFirst) => character === literal && (mayHide || !isFirst || literal !== '.'),
      next: [next],
    };
  }
}

/** Any number of characters. */
function any(reads: NonNullable<Step['reads']>, next: Step): Step {
  const loop: Step = { next: [next] };
  loop.next.push({ reads, next: [loop] });
  return loop;
}

/** Any number of names with a slash behind each, or between them. */
function folders(next: Step, isSlashLast: boolean): Step {
  const begin: Step = { next: isSlashLast ? [next] : [] };
  const slash: Step = { reads: (character) => character === '/', next: [begin] };
  const name = any(isInName, slash);
  if (!isSlashLast) name.next.push(next);
  begin.next.push({ reads: isShown, next: [name] });
  if (isSlashLast) return begin;
  return { next: [begin, next] };
}

/** A test for what stands in brackets. */
function sortOf(part: string): (character: string, isFirst: boolean) => boolean {
  const isNot = /^\[[!^]/.test(part);
  const members = part.slice(isNot ? 2 : 1, -1);
  const ranges = [...members.matchAll(/(.)-(.)|(.)/gsu)].map(
    ([, from, to, one]) => [from ?? one!, to ?? one!] as const,
  );
  return (character, isFirst) =>
    isShown(character, isFirst) && ranges.some(([from, to]) => from <= character && character <= to) !== isNot;
}

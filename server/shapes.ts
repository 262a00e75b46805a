/** What values from outside look like: small checks put together, each of which says in words what is wrong. */

/** Looks at a value that stands at a place. @returns what is wrong with it, as a sentence; nothing where it fits */
export type Shape = (value: unknown, at: string) => string | undefined;

export const anything: Shape = () => undefined;

export const text: Shape = (value, at) => (typeof value === 'string' ? undefined : `${at} must be a text.`);

/** LSP's `integer`, of any size: who counts too far or below zero means an end. */
export const whole: Shape = (value, at) => (Number.isInteger(value) ? undefined : `${at} must be a whole number.`);

/** One of a few texts. */
export function choice(of: readonly string[]): Shape {
  return (value, at) =>
    typeof value === 'string' && of.includes(value) ? undefined : `${at} must be one of ${of.join(', ')}.`;
}

/** A value that may be missing, or null. */
export function optional(shape: Shape): Shape {
  return (value, at) => (value === undefined || value === null ? undefined : shape(value, at));
}

export function list(of: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) return `${at} must be a list.`;
    return firstOf(value.map((each, index) => () => of(each, `${at}[${index}]`)));
  };
}

/** A map; of its members those are looked at that are named here. */
export function map(members: Readonly<Record<string, Shape>> = {}): Shape {
  const named = Object.entries(members);
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} must be a map.`;
    return firstOf(
      named.map(
        ([name, shape]) =>
          () =>
            shape((value as Record<string, unknown>)[name], `${at}.${name}`),
      ),
    );
  };
}

function firstOf(complaints: readonly (() => string | undefined)[]): string | undefined {
  for (const complaint of complaints) {
    const said = complaint();
    if (said !== undefined) return said;
  }
  return undefined;
}

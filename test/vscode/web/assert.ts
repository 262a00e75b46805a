// What the tests ask of `node:assert/strict`, where there is no Node.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

function fail(message: string | undefined, otherwise: string): never {
  throw new AssertionError(message ?? otherwise);
}

function shown(value: unknown): string {
  return value === undefined ? 'undefined' : (JSON.stringify(value) ?? String(value));
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length && left.every(([key, value]) => isSame(value, (b as Record<string, unknown>)[key]))
  );
}

function isMatch(error: unknown, expected: RegExp | object): boolean {
  if (expected instanceof RegExp) return expected.test(String(error));
  return Object.entries(expected).every(([key, value]) => {
    const found = (error as Record<string, unknown>)[key];
    return value instanceof RegExp ? value.test(String(found)) : isSame(found, value);
  });
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, `Expected something true, not ${shown(value)}`);
}

const assert = {
  ok,
  equal: (a: unknown, b: unknown, message?: string) =>
    Object.is(a, b) || fail(message, `Expected ${shown(b)}, not ${shown(a)}`),
  notEqual: (a: unknown, b: unknown, message?: string) => !Object.is(a, b) || fail(message, `Expected not ${shown(a)}`),
  deepEqual: (a: unknown, b: unknown, message?: string) =>
    isSame(a, b) || fail(message, `Expected ${shown(b)}, not ${shown(a)}`),
  notDeepEqual: (a: unknown, b: unknown, message?: string) =>
    !isSame(a, b) || fail(message, `Expected not ${shown(a)}`),
  match: (text: string, pattern: RegExp, message?: string) =>
    pattern.test(text) || fail(message, `Expected ${shown(text)} to match ${pattern}`),
  doesNotMatch: (text: string, pattern: RegExp, message?: string) =>
    !pattern.test(text) || fail(message, `Expected ${shown(text)} not to match ${pattern}`),
  fail: (message?: string) => fail(message, 'Failed'),
  async rejects(promise: PromiseLike<unknown> | (() => PromiseLike<unknown>), expected?: RegExp | object) {
    try {
      await (typeof promise === 'function' ? promise() : promise);
    } catch (error) {
      if (expected && !isMatch(error, expected)) throw error;
      return;
    }
    fail(undefined, 'Expected a rejection');
  },
};

export default assert;

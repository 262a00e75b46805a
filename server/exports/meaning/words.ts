/** Counts and addresses as people read them. */

/** "1 record", "2,000 records". */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What RFC 3986 lets stand in an address on the web; other scripts are welcome, and written with percent signs. */
const WEB_ADDRESS = /^https?:\/\/[^\s\p{Cc}\p{Surrogate}<>"\\^`{|}]+$/iu;

/** The address of a page on the web in ASCII; `undefined` for anything else, `javascript:` among it. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !WEB_ADDRESS.test(text)) return undefined;
  return text.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}

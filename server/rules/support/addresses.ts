/** Addresses on the web, told apart by the page that they lead to. */

/** What a site puts before its name for the same pages in another dress. */
const PREFIX = /^(?:www\d?|m|mobile|amp|touch|wap)\.(?=[^.]+\.)/;
/** Parts of a query that say who has come by which way, and not which page is meant. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|yclid|dclid|msclkid|igshid|mc_[ce]id|_openstat|_ga|ref|ref_src|referrer|source|share|amp|outputtype)$/;

/**
 * An address without what does not matter for the page that it leads to: scheme, `www.` and `m.`, the port that is meant
 * anyway, `amp`, tracking, a closing slash, what stands behind `#`. Nothing where it is no address of a page.
 */
export function pageOf(address: string): string | undefined {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(:\d*)?([^?#]*)(?:\?([^#]*))?/i.exec(address.trim());
  if (!match) return undefined;
  const [, name = '', port = '', path = '', query = ''] = match;
  let host = name.toLowerCase().replace(/\.$/, '');
  while (PREFIX.test(host)) host = host.replace(PREFIX, '');
  const steps = decoded(path)
    .split('/')
    .filter((step) => step !== '' && !/^amp$/i.test(step));
  const last = steps.pop()?.replace(/[.-]amp(?=\.html?$|$)/i, '');
  const pages = last === undefined || /^(?:index|default)\.(?:html?|php|aspx?)$/i.test(last) ? steps : [...steps, last];
  const rest = query.split('&').filter((part) => part !== '' && !TRACKING.test(part.split('=')[0]!.toLowerCase()));
  const site = /^:(?:80|443)?$/.test(port) ? host : host + port;
  return [site, ...pages].join('/') + (rest.length > 0 ? `?${rest.sort().join('&')}` : '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: the address is taken as it is written.
    return path;
  }
}

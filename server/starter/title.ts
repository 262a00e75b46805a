/** What a dataset that begins is called. */

/** A title made of a folder's name: `caspian-sea` gives "Caspian sea". */
export function titleOf(folder: string): string {
  const words = folder.replace(/[-_\s\p{Cc}]+/gu, ' ').trim();
  return words === '' ? 'Security initiatives' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A title as somebody has written it, on one line; empty when it says nothing. */
export function tidyTitle(title: string): string {
  return title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

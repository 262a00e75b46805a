/** Text from records as VS Code shows it: always as it stands, never as icons, links, markup or a change of direction. */

const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** What turns the direction of the text around it. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ICON = /\$(?=\()/g;
const LINK = /\](?=\()/g;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** Takes no room, and parts what would mean something together. */
const NOTHING = '\u200b';

/** In a label, which would show `$(icon)` as an icon and `[text](address)` as a link. */
export function labelText(text: string): string {
  return plain(text).replace(ICON, `$&${NOTHING}`).replace(LINK, `$&${NOTHING}`);
}

/** In Markdown, within a line. Colons and points are escaped, too, as addresses would be made links. */
export function markdownText(text: string): string {
  return plain(text).replace(PUNCTUATION, '\\$&');
}

function plain(text: string): string {
  return text.replace(CONTROLS, ' ').replace(DIRECTIONS, '').trim();
}

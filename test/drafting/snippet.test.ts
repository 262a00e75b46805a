/** New records as snippets: every guess is a stop, everything else stands as it is. */
import { describe, expect, it } from 'vitest';
import { completed } from '../../server/dataset/drafts/draft.ts';
import { draftText } from '../../server/dataset/drafts/draft-text.ts';
import { kinds } from '../../server/dataset/schema.ts';
import { asSnippet } from '../../server/drafting/snippet.ts';
import { makeWorkspace } from '../support/fixture.ts';

/** What VS Code makes of a snippet before anybody types: defaults, and first choices. */
function expanded(snippet: string): string {
  const text = (escaped: string) => escaped.replace(/\\([\\$},|])/g, '$1');
  return snippet
    .replace(/\$0$/, '')
    .split(/(\$\{\d+(?::(?:[^}\\]|\\.)*|\|(?:[^|\\]|\\.)*\|)\})/)
    .map((part) => {
      const [, , words, choices] = /^\$\{(\d+)(?::(.*)|\|(.*)\|)\}$/s.exec(part) ?? [];
      if (choices !== undefined) return text(choices.split(/(?<!\\),/)[0]!);
      return text(words ?? part);
    })
    .join('');
}

describe('a snippet', () => {
  it.each(kinds)('of a %s expands to the text of the draft', (kind) => {
    const workspace = makeWorkspace({}, []);
    const id = kind === 'state' ? 'XAA' : 'a-b';
    const draft = completed(workspace, kind, { id, isGuess: false }, Object.create(null));
    for (const lineEnd of ['\n', '\r\n'] as const) {
      const text = draftText(draft, lineEnd, false);
      const snippet = asSnippet(kind, text, draft.gaps);
      // An empty list of choices has one of them to begin with.
      expect(expanded(snippet).replace(/\[[a-z-]+\]/g, '[]')).toBe(text);
      expect(snippet).toMatch(/\$\{1[:|]/);
    }
  });

  it('has one stop for a place that is twice among the gaps', () => {
    const text = 'kind: proposal\nparties:\n  - state: KAZ\n';
    expect(asSnippet('proposal', text, [['parties'], ['parties', 0, 'state']])).toBe(
      'kind: proposal\nparties:\n  - state: $'.concat('{1:KAZ}\n$0'),
    );
  });

  it('leaves what stands around its stops as it is written', () => {
    const text = "kind: person\nid: p\nname: 'a $x {b} \\ c'\n";
    expect(asSnippet('person', text, [['id']])).toBe(
      'kind: person\nid: $'.concat("{1:p}\nname: 'a \\$x {b\\} \\\\ c'\n$0"),
    );
  });
});

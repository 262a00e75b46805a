/** Hover on keys, values, and what stands for values. */
import { describe, expect, it } from 'vitest';
import { Converter } from '../../server/features/convert.ts';
import { hover } from '../../server/features/hover.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';

describe.each(lineEnds)('hover with %s', (_, convert) => {
  it.each([
    ['the card of a reference', 'kind: summit\nname: 🙂\nhost: A$0ZE\n', /^\*\*Azerbaijan\*\*/],
    ['at its end', 'kind: summit\nhost: AZE$0\n', /^\*\*Azerbaijan\*\*/],
    ['in quotes, in flow style', 'kind: summit\nplace: { city: 🙂, state: "$0AZE" }\n', /^\*\*Azerbaijan\*\*/],
    ['behind an anchor', 'kind: summit\nhost: &h AZ$0E\n', /^\*\*Azerbaijan\*\*/],
    ['of what an alias stands for', 'kind: summit\nhost: &h AZE\nplace: { state: *$0h }\n', /^\*\*Azerbaijan\*\*/],
    [
      'a date in words, behind an alias',
      'kind: chairmanship\nfrom: &d 2025-10-07\nto: *d$0\n',
      /^\*\*7 October 2025\*\*/,
    ],
    ['what a key means', 'kind: summit\nho$0st: AZE\n', /^\*\*host\*\* — /],
  ])('shows %s', (_name, marked, expected) => {
    const { text, cursor } = parseFixture(convert(marked));
    const uri = `${ROOT}/a.yaml`;
    const workspace = makeWorkspace({ 'a.yaml': text }, []);
    const converter = new Converter(workspace, { spelled: (own) => own });
    const contents = hover(workspace, uri, cursor, converter, { hoverMarkup: 'markdown' })?.contents;
    expect((contents as { value: string } | undefined)?.value).toMatch(expected);
  });
});

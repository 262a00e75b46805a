/** XML, read back by libxml2. */
import { XmlDocument, type XmlElement as XmlNode } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { elementText, XML_HEAD, type XmlElement } from '../../server/exports/xml.ts';

/** What libxml2 reads of the text of an element: its first attribute's value, and its text. */
function read(element: XmlElement): { attribute: string | undefined; text: string } {
  const document = XmlDocument.fromString(XML_HEAD + elementText('a', element));
  try {
    const root: XmlNode = document.root;
    return { attribute: root.attrs[0]?.value, text: root.content };
  } finally {
    document.dispose();
  }
}

describe('XML', () => {
  it.each([
    ['markup', `<b>&amp; "double" 'single' ]]> -->`],
    ['line ends and tabs', 'a\nb\r\nc\rd\te'],
    ['blanks at both ends', '  a  '],
    ['other scripts and pairs of surrogates', 'Түркі кеңесі 上海 😀 e\u0301 \u0085 \u2028'],
    ['nothing', ''],
  ])('keeps %s', (_, text) => {
    expect(read({ '@name': text, '#text': text })).toEqual({ attribute: text, text });
  });

  it('shows what XML forbids as the sign for a character that cannot be shown', () => {
    const text = `a\u0000b\u001b[31mc\ufffe\ud800d\udc00`;
    const shown = 'a\ufffdb\ufffd[31mc\ufffd\ufffdd\ufffd';
    expect(read({ '@name': text, '#text': text })).toEqual({ attribute: shown, text: shown });
  });

  it('writes elements in their order, with a line for each', () => {
    expect(elementText('a', { '@n': 1, b: [{ '@x': 'true' }, { '#text': 't' }], c: { d: {} } })).toBe(
      '<a n="1">\n  <b x="true"/>\n  <b>t</b>\n  <c>\n    <d/>\n  </c>\n</a>\n',
    );
  });
});

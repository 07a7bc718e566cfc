import { describe, expect, it } from 'vitest';
import { escapeHtml, webUrl } from './mail-html.ts';

describe('escapeHtml', () => {
  it('is safe as content and in an attribute', () => {
    expect(escapeHtml(`<a href="x" title='y'>&\0\u0007`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
    expect(escapeHtml('Åse\n\tBjørk')).toBe('Åse\n\tBjørk');
  });
});

describe('webUrl', () => {
  it.each([
    ['https://x.no/å', 'https://x.no/%C3%A5'],
    ['http://x.no', 'http://x.no/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//x.no', null],
    ['/x', null],
    ['', null],
    [null, null],
  ])('%j → %j', (text, expected) => expect(webUrl(text)).toBe(expected));

  it('can insist on https', () => expect(webUrl('http://x.no', true)).toBeNull());
});

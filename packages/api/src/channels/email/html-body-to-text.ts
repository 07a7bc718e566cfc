import { compile } from 'html-to-text';

const hidden = [
  '[hidden]',
  '[style*="display:none"]',
  '[style*="display: none"]',
  '[style*="visibility:hidden"]',
  '[style*="visibility: hidden"]',
  '[style*="mso-hide:all"]',
];

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: 1_000_000, maxDepth: 150, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['head', 'title', 'object', 'svg', ...hidden].map((selector) => ({ selector, format: 'skip' })),
  ],
});

/** What a reader sees of an HTML body, as plain text: quotations get `> `, hidden parts and pictures are left out. */
export function htmlBodyToText(html: string): string {
  return convert(html).trim();
}

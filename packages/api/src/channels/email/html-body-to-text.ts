import { compile } from 'html-to-text';

const longestHtml = 500_000;
const deepestPlausible = 3000;
const readOfImplausible = 20_000;

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
  limits: { maxInputLength: longestHtml, maxDepth: 150, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    { selector: 'img', format: 'skip' },
    // A table has its rows on lines of their own; the columns of one stay apart.
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['head', 'title', 'object', 'svg', ...hidden].map((selector) => ({ selector, format: 'skip' })),
  ],
});

/** What a reader sees of an HTML body, as plain text: quotations get `> `, hidden parts and pictures are left out. */
export function htmlBodyToText(html: string): string {
  const body = html.slice(0, longestHtml);
  // The parser takes time by the square of the depth; nobody's mail program nests elements by the thousand.
  return convert(depthOf(body) > deepestPlausible ? body.slice(0, readOfImplausible) : body).trim();
}

const empty = new Set('br hr img input link meta col wbr area base'.split(' '));
const closedByTheNext = new Set('p li td th tr dd dt option'.split(' '));

/** How deep elements are left open inside each other, at most; a closing tag counts only where it can close something. */
function depthOf(html: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let deepest = 0;
  let previous = '';
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    const name = tag.toLowerCase();
    const count = open.get(name) ?? 0;
    const implied = name === previous && closedByTheNext.has(name);
    if (empty.has(name) || (slash ? count === 0 : implied)) continue;
    const change = slash ? -1 : 1;
    open.set(name, count + change);
    depth += change;
    deepest = Math.max(deepest, depth);
    previous = slash ? '' : name;
  }
  return deepest;
}

import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Language } from '../answering/types.ts';

/** A page of one heading, one paragraph and at most one button or link. */
export interface SimplePage {
  language: Language;
  dealership: string;
  heading: string;
  text: string;
  button: string | null;
  link?: { href: string; text: string } | null;
}

const STYLE = `
:root{color-scheme:light dark;--ink:#0f1b2d;--slate:#46546b;--line:#dfe4ec;--paper:#fff;--mist:#f5f7fa;--accent:#1450c8;--accent-hover:#0f3f9e;--on-accent:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e7ecf5;--slate:#b3bfd2;--line:#243048;--paper:#121b2b;--mist:#0b1220;--accent:#7aa8ff;--accent-hover:#9dbfff;--on-accent:#0b1220}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--mist);color:var(--ink);font:16px/24px Inter,system-ui,sans-serif}
main{width:100%;max-width:440px;padding:32px;background:var(--paper);border:1px solid var(--line);border-radius:10px}
p{margin:0;color:var(--slate);overflow-wrap:anywhere}
p.from{font-size:14px;line-height:20px}
h1{margin:4px 0 12px;font-size:20px;line-height:28px;font-weight:600}
button{margin-top:24px;min-height:44px;padding:0 20px;border:0;border-radius:6px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
button:hover{background:var(--accent-hover)}
a{display:inline-block;margin-top:24px;color:var(--accent)}
button:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** No script, no picture, nothing from elsewhere: only the style of the page and a form that posts back to it. */
export const PAGE_CONTENT_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Writes the page as HTML; every text is escaped. */
export function renderPage(page: SimplePage): string {
  const link = page.link && `\n<a href="${escapeHtml(page.link.href)}">${escapeHtml(page.link.text)}</a>`;
  const button = page.button && `\n<form method="post"><button>${escapeHtml(page.button)}</button></form>`;
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.heading)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="from">${escapeHtml(page.dealership)}</p>
<h1>${escapeHtml(page.heading)}</h1>
<p>${escapeHtml(page.text)}</p>${button ?? ''}${link ?? ''}
</main>
</body>
</html>
`;
}

/** Whether a browser posted a form itself, so that somebody looks at the answer. */
export function wantsPage(request: Request): boolean {
  return request.is('application/x-www-form-urlencoded') !== false && request.accepts(['json', 'html']) === 'html';
}

/** Answers with a page instead of JSON. */
export function sendPage(response: Response, page: SimplePage, status = 200): void {
  response
    .status(status)
    .set({ 'Content-Security-Policy': PAGE_CONTENT_POLICY, 'Cache-Control': 'private, no-store' })
    .type('html')
    .send(renderPage(page));
}

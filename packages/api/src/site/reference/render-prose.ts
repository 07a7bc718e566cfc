import { Html, html } from './html.ts';

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*/g;

function inline(text: string): Html[] {
  const parts: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(html`${text.slice(end, match.index)}`);
    parts.push(match[1] === undefined ? html`<strong>${match[2]}</strong>` : html`<code>${match[1]}</code>`);
    end = match.index + match[0].length;
  }
  return [...parts, html`${text.slice(end)}`];
}

/** Renders one line of the contract's Markdown: `code` and **strong**. */
export function renderLine(text: string): Html {
  return html`${inline(text.trim().replace(/\s+/g, ' '))}`;
}

/** Renders paragraphs of the contract's Markdown. */
export function renderProse(text: string | undefined): Html {
  const paragraphs = (text ?? '').split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return new Html(paragraphs.map((paragraph) => html`<p>${renderLine(paragraph)}</p>`.source).join('\n'));
}

import { headerText } from '../email-address.ts';
import { escapeHtml, fontStack, htmlParagraphs, mailDocument, palette, webUrl } from './mail-html.ts';
import type { Language } from './mail-words.ts';
import type { RenderedMail } from './render-customer-mail.ts';

export interface StaffMail {
  /** Paragraphs; a line that is nothing but a web address becomes a button. */
  text: string;
  subject: string;
  language: Language;
  dealershipName: string;
  buttonLabel?: string;
}

const words = {
  nb: { open: 'Åpne i Norvalt', sentBy: (dealership: string) => `Sendt av Norvalt for ${dealership}` },
  en: { open: 'Open in Norvalt', sentBy: (dealership: string) => `Sent by Norvalt for ${dealership}` },
};

/** A mail to the dealership's own people, in HTML and plain text; bokmål for `nb`, English for any other language. */
export function renderStaffMail(mail: StaffMail): RenderedMail {
  const language = mail.language === 'nb' ? 'nb' : 'en';
  const { open, sentBy } = words[language];
  const text = mail.text.replace(/\r\n?/g, '\n').trim();
  const footer = sentBy(mail.dealershipName);
  const blocks = splitBlocks(text).map((block) => renderBlock(block, mail.buttonLabel ?? open));
  const content = `${blocks.join('\n')}
<p class="slate line" style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid ${palette.line};font-size:12px;line-height:18px;color:${palette.slate}">${escapeHtml(footer)}</p>`;
  return { html: mailDocument({ language, title: headerText(mail.subject), content }), text: `${text}\n\n${footer}\n` };
}

/** Addresses on a line of their own, runs of `> ` lines, and what is between them. */
function splitBlocks(text: string): string[] {
  return text.split(/^(https?:\/\/\S+$|(?:>.*(?:\n|$))+)/m).filter((block) => block.trim() !== '');
}

function renderBlock(block: string, label: string): string {
  const url = /^https?:\/\/\S+$/.test(block) ? webUrl(block) : null;
  if (url) return button(url, label);
  if (!block.startsWith('>')) return htmlParagraphs(block, 'margin:0 0 16px');
  const quoted = htmlParagraphs(block.replace(/^> ?/gm, ''), 'margin:0 0 8px');
  return `<blockquote class="slate line" style="margin:0 0 16px;padding:4px 0 0 12px;border-left:2px solid ${palette.line};color:${palette.slate}">${quoted}</blockquote>`;
}

function button(url: string, label: string): string {
  return `<p style="margin:0 0 16px"><a class="button" href="${escapeHtml(url)}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:${palette.fjord};color:#ffffff;font-family:${fontStack};font-size:16px;line-height:24px;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>`;
}

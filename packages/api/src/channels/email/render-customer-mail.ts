import type { components } from '../../generated/openapi.ts';
import { headerText } from '../email-address.ts';
import { endsWithSignOff } from './find-signature.ts';
import { formatOpeningHours } from './format-opening-hours.ts';
import { escapeHtml, htmlParagraphs, link, mailDocument, palette, webUrl } from './mail-html.ts';
import { type Language, mailWords } from './mail-words.ts';

type Schemas = components['schemas'];

export interface CustomerMail {
  /** What is written to the customer, without a signature; one that closes with "Mvh …" gets no second closing. */
  text: string;
  subject: string;
  language: Language;
  dealership: {
    name: string;
    contact: Schemas['Contact'];
    openingHours: readonly Schemas['OpeningHours'][];
    language: Language;
  };
  sender: { kind: 'assistant' | 'human'; name: string };
  /** Says that an assistant wrote this and how to reach a person; stands small below the signature. */
  disclosure: string | null;
  unsubscribeUrl: string | null;
  vehicle?: CustomerMailVehicle | null;
}

/** `price` in whole kroner. No picture: a mail loads nothing from anywhere when it is opened. */
export interface CustomerMailVehicle {
  title: string;
  price: number | null;
  listingUrl: string | null;
  status: Schemas['VehicleStatus'];
}

export interface RenderedMail {
  html: string;
  text: string;
}

/** A mail as a person would write it, in HTML and in plain text of the same content. */
export function renderCustomerMail(mail: CustomerMail): RenderedMail {
  const text = mail.text.replace(/\r\n?/g, '\n').trim();
  const parts = { ...mail, text, closes: endsWithSignOff(text) };
  return { html: renderHtml(parts), text: renderText(parts) };
}

type Parts = CustomerMail & { closes: boolean };

function renderText(mail: Parts): string {
  const { dealership, sender, vehicle } = mail;
  const words = mailWords[mail.language];
  const blocks = [
    [mail.text],
    vehicle ? [vehicleFacts(vehicle, mail.language, ' ').join(' · '), webUrl(vehicle.listingUrl)] : [],
    [
      ...(mail.closes ? [] : [words.closing, sender.name]),
      ...(sender.kind === 'assistant' && !mail.closes ? [words.assistantTitle] : []),
      dealership.name,
      ...contactLines(mail),
    ],
    [mail.disclosure],
    mail.unsubscribeUrl ? [words.because(dealership.name), `${words.unsubscribe}: ${mail.unsubscribeUrl}`] : [],
  ];
  return `${blocks
    .map((lines) => lines.filter((line) => line).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

const paragraph = 'margin:0 0 16px';

function renderHtml(mail: Parts): string {
  const content = [htmlParagraphs(mail.text, paragraph), vehicleHtml(mail), signatureHtml(mail), footerHtml(mail)];
  return mailDocument({
    language: mail.language,
    title: headerText(mail.subject),
    content: content.filter((part) => part !== '').join('\n'),
  });
}

function vehicleHtml({ vehicle, language }: Parts): string {
  if (!vehicle) return '';
  const [title = '', ...facts] = vehicleFacts(vehicle, language, '\u00a0');
  const listing = webUrl(vehicle.listingUrl);
  const named = listing ? link(listing, title) : escapeHtml(title);
  const rest = facts.map((fact) => ` · <span style="white-space:nowrap">${escapeHtml(fact)}</span>`).join('');
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr><td class="slate" style="font-size:14px;line-height:20px;color:${palette.slate}">${named}${rest}</td></tr></table>`;
}

function signatureHtml(mail: Parts): string {
  const words = mailWords[mail.language];
  const { dealership, sender } = mail;
  const closing = mail.closes
    ? ''
    : `<p style="${paragraph}">${escapeHtml(words.closing)}<br>${escapeHtml(sender.name)}</p>\n`;
  const title = sender.kind === 'assistant' && !mail.closes ? `${escapeHtml(words.assistantTitle)}, ` : '';
  const lines = contactLines(mail).map((line) => `<br>${contactHtml(line, dealership.contact)}`);
  return `${closing}<p class="slate" style="margin:0;font-size:14px;line-height:20px;color:${palette.slate}">${title}<span class="ink" style="color:${palette.ink};font-weight:600">${escapeHtml(dealership.name)}</span>${lines.join('')}</p>`;
}

function footerHtml(mail: Parts): string {
  const words = mailWords[mail.language];
  const unsubscribe = webUrl(mail.unsubscribeUrl);
  const lines = [
    ...(mail.disclosure ? [escapeHtml(mail.disclosure)] : []),
    ...(unsubscribe
      ? [
          `${escapeHtml(words.because(mail.dealership.name))} <a class="slate" href="${escapeHtml(unsubscribe)}" style="color:${palette.slate};text-decoration:underline;white-space:nowrap">${escapeHtml(words.unsubscribe)}</a>`,
        ]
      : []),
  ];
  if (lines.length === 0) return '';
  return `<p class="slate line" style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid ${palette.line};font-size:12px;line-height:18px;color:${palette.slate}">${lines.join('<br>')}</p>`;
}

function contactLines({ dealership: { contact, openingHours }, language }: Parts): string[] {
  const website = webUrl(contact.website);
  const reach = [contact.phone, website ? websiteLabel(website) : null].filter((part) => part).join(' · ');
  return [reach, contact.address ?? '', formatOpeningHours(openingHours, language)]
    .map((line) => headerText(line))
    .filter((line) => line !== '');
}

/** Telephone and website become links, wherever they stand in the line. */
function contactHtml(line: string, contact: Schemas['Contact']): string {
  const website = webUrl(contact.website);
  return line
    .split(' · ')
    .map((part) => {
      if (website && part === websiteLabel(website)) return quietLink(website, part);
      const number = part === contact.phone ? part.replace(/[^\d+]/g, '') : '';
      return number === '' ? escapeHtml(part) : quietLink(`tel:${number}`, part);
    })
    .join(' · ');
}

function quietLink(url: string, label: string): string {
  return `<a class="slate" href="${escapeHtml(url)}" style="color:${palette.slate};text-decoration:none;white-space:nowrap">${escapeHtml(label)}</a>`;
}

function websiteLabel(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

/** Title, price and what keeps it from being simply for sale, as far as they are known. */
function vehicleFacts(vehicle: CustomerMailVehicle, language: Language, blank: string): string[] {
  const { status } = vehicle;
  const price = vehicle.price === null ? '' : `${groupThousands(vehicle.price, blank)}${blank}kr`;
  const state = status === 'available' ? '' : mailWords[language].status[status];
  return [headerText(vehicle.title), price, state].filter((part) => part !== '');
}

function groupThousands(amount: number, blank: string): string {
  return String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, blank);
}

import { OUR_ID_SOURCE } from './our-id-source.ts';
/** A car in a lead that goes out; `mileage` in kilometres, `price` in whole units of `currency`. */
export interface OutgoingAdfVehicle {
  interest: 'buy' | 'trade-in';
  id: string | null;
  year: number | null;
  make: string | null;
  model: string | null;
  variant: string | null;
  vin: string | null;
  plate: string | null;
  mileage: number | null;
  price: number | null;
  currency: string;
  /** In the customer's words, where that is all there is. */
  comments: string | null;
}

/** One lead as it goes out to a CRM. */
export interface OutgoingAdfLead {
  id: string;
  requestedAt: Date;
  vehicles: readonly OutgoingAdfVehicle[];
  customer: { name: string | null; emails: readonly string[]; phones: readonly string[]; comments: string };
  vendor: { id: string; name: string; email: string | null; phone: string | null; url: string | null };
  /** How the lead came to us: `website`, `email` … */
  source: string;
}

/** What XML 1.0 has no place for, lone halves of a character among it. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const UNKNOWN = 'unknown';

class XmlWriter {
  readonly #lines: string[] = [];
  readonly #ascii: boolean;
  #depth = 0;

  constructor(ascii: boolean) {
    this.#ascii = ascii;
    this.#lines.push(`<?xml version="1.0" encoding="${ascii ? 'US-ASCII' : 'UTF-8'}"?>`, '<?adf version="1.0"?>');
  }

  #text(value: string): string {
    const escaped = value.replace(NOT_XML, '').replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
    if (!this.#ascii) return escaped;
    return escaped.replace(/[^\p{ASCII}]/gu, (char) => `&#${char.codePointAt(0)};`);
  }

  #start(name: string, attributes: Record<string, string | null>): string {
    const written = Object.entries(attributes).flatMap(([attribute, value]) =>
      value === null ? [] : [` ${attribute}="${this.#text(value)}"`],
    );
    return `${'  '.repeat(this.#depth)}<${name}${written.join('')}>`;
  }

  /** An element with text; nothing where there is none. */
  leaf(name: string, value: string | number | null, attributes: Record<string, string | null> = {}): void {
    if (value === null || value === '') return;
    this.#lines.push(`${this.#start(name, attributes)}${this.#text(String(value))}</${name}>`);
  }

  inside(name: string, attributes: Record<string, string | null>, write: () => void): void {
    this.#lines.push(this.#start(name, attributes));
    this.#depth += 1;
    write();
    this.#depth -= 1;
    this.#lines.push(`${'  '.repeat(this.#depth)}</${name}>`);
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

function writeVehicle(xml: XmlWriter, vehicle: OutgoingAdfVehicle): void {
  const { mileage, price } = vehicle;
  const status = mileage === null ? null : mileage > 0 ? 'used' : 'new';
  xml.inside('vehicle', { interest: vehicle.interest, status }, () => {
    xml.leaf('id', vehicle.id, { source: OUR_ID_SOURCE });
    // Receivers refuse a lead without these three: what is not known is said to be unknown.
    xml.leaf('year', vehicle.year ?? UNKNOWN);
    xml.leaf('make', vehicle.make ?? UNKNOWN);
    xml.leaf('model', vehicle.model ?? UNKNOWN);
    xml.leaf('vin', vehicle.vin);
    xml.leaf('stock', vehicle.plate);
    xml.leaf('trim', vehicle.variant);
    xml.leaf('odometer', mileage, { units: 'km' });
    xml.leaf('price', price, { type: 'asking', currency: vehicle.currency });
    xml.leaf('comments', vehicle.comments);
  });
}

function writeContact(
  xml: XmlWriter,
  contact: { name: string; emails: readonly string[]; phones: readonly string[] },
  kind: 'individual' | 'business',
): void {
  xml.inside('contact', kind === 'individual' ? { primarycontact: '1' } : {}, () => {
    xml.leaf('name', contact.name, { part: 'full', type: kind });
    for (const email of contact.emails) xml.leaf('email', email);
    for (const phone of contact.phones) xml.leaf('phone', phone, { type: 'voice' });
  });
}

function writeVendor(xml: XmlWriter, { id, name, email, phone, url }: OutgoingAdfLead['vendor']): void {
  xml.inside('vendor', {}, () => {
    xml.leaf('id', id, { source: OUR_ID_SOURCE });
    xml.leaf('vendorname', name);
    xml.leaf('url', url);
    const [emails, phones] = [email, phone].map((value) => (value === null ? [] : [value]));
    writeContact(xml, { name, emails: emails ?? [], phones: phones ?? [] }, 'business');
  });
}

/**
 * Writes a lead as ADF 1.0 (auto-lead data format, version of 2000), the elements in the order of its DTD. `ascii` writes
 * every other letter as a numeric reference, for receivers that read nothing else.
 */
export function writeAdf(lead: OutgoingAdfLead, { ascii }: { ascii: boolean }): string {
  const xml = new XmlWriter(ascii);
  const { customer } = lead;
  xml.inside('adf', {}, () => {
    xml.inside('prospect', { status: 'new' }, () => {
      xml.leaf('id', lead.id, { sequence: '1', source: OUR_ID_SOURCE });
      xml.leaf('requestdate', lead.requestedAt.toISOString().replace(/\.\d+Z$/, '+00:00'));
      for (const vehicle of lead.vehicles) writeVehicle(xml, vehicle);
      xml.inside('customer', {}, () => {
        writeContact(xml, { ...customer, name: customer.name ?? UNKNOWN }, 'individual');
        xml.leaf('comments', customer.comments);
      });
      writeVendor(xml, lead.vendor);
      xml.inside('provider', {}, () => {
        xml.leaf('name', 'Norvalt', { part: 'full', type: 'business' });
        xml.leaf('service', lead.source);
      });
    });
  });
  return xml.toString();
}

import { childrenOf, findElement, fullText, parseXml, type XmlElement } from './parse-xml.ts';

/** A car in an ADF lead: the one the customer asks about, or the one they have. */
export interface AdfVehicle {
  interest: 'buy' | 'lease' | 'sell' | 'trade-in' | 'test-drive';
  year: string | null;
  make: string | null;
  model: string | null;
  trim: string | null;
  stock: string | null;
  vin: string | null;
  odometer: string | null;
  comments: string | null;
}

/** One prospect of an ADF document, as far as it could be read. */
export interface AdfLead {
  /** The sender's own ids, `source:value`. */
  ids: string[];
  resend: boolean;
  name: string | null;
  email: string | null;
  phone: string | null;
  comments: string | null;
  vehicles: AdfVehicle[];
  vendor: string | null;
  provider: string | null;
  /** What was not as ADF 1.0 has it and was read all the same. */
  repaired: string[];
  /** What a lead should have and this one has not. */
  missing: string[];
}

const INTERESTS = ['buy', 'lease', 'sell', 'trade-in', 'test-drive'] as const;
const MAX_PROSPECTS = 50;
const MAX_TEXT = 4000;
const NOTHING = new Set(['', 'null', 'n/a', 'undefined', 'none', '-']);

class Notes {
  readonly repaired = new Set<string>();
  readonly missing: string[] = [];
}

function fieldOf(inside: XmlElement | null | undefined, name: string, notes: Notes): string | null {
  const [found] = childrenOf(inside, name);
  if (!found) return null;
  const text = fullText(found).slice(0, MAX_TEXT);
  if (!NOTHING.has(text.toLowerCase())) return text;
  if (text !== '') notes.repaired.add(`<${name}> says “${text}”: taken as left out`);
  return null;
}

function nameOf(contact: XmlElement | undefined, notes: Notes): string | null {
  const parts = childrenOf(contact, 'name').map((name) => ({
    part: (name.attributes.part ?? 'full').toLowerCase(),
    text: fullText(name).slice(0, 200),
  }));
  const full = parts.find(({ part, text }) => part === 'full' && text !== '')?.text;
  if (full) return full;
  const ordered = ['first', 'middle', 'last', 'surname', 'suffix'].flatMap((wanted) =>
    parts.filter(({ part, text }) => part === wanted && !NOTHING.has(text.toLowerCase())),
  );
  if (ordered.some(({ part }) => part === 'surname')) notes.repaired.add('name part “surname” read as the last name');
  return ordered.map(({ text }) => text).join(' ') || null;
}

function preferred(elements: XmlElement[]): XmlElement | undefined {
  return elements.find((one) => one.attributes.preferredcontact === '1') ?? elements[0];
}

function contactValue(contact: XmlElement | undefined, name: 'email' | 'phone'): string | null {
  const usable = childrenOf(contact, name).filter(
    (one) => !NOTHING.has(fullText(one).toLowerCase()) && one.attributes.type?.toLowerCase() !== 'fax',
  );
  const chosen = preferred(usable);
  return chosen ? fullText(chosen).slice(0, 320) : null;
}

function interestOf(vehicle: XmlElement, notes: Notes): AdfVehicle['interest'] {
  const given = vehicle.attributes.interest;
  if (given === undefined || given === '') return 'buy';
  const plain = given.toLowerCase().replace(/[\s_]+/g, '-');
  const known = INTERESTS.find((interest) => interest === plain || interest.replace('-', '') === plain);
  if (known !== given) notes.repaired.add(`vehicle interest “${given.slice(0, 30)}” read as ${known ?? 'buy'}`);
  return known ?? 'buy';
}

function vehicleOf(vehicle: XmlElement, notes: Notes): AdfVehicle {
  const [odometer] = childrenOf(vehicle, 'odometer');
  if (odometer?.attributes.unit !== undefined) notes.repaired.add('odometer attribute “unit” read as “units”');
  const units = (odometer?.attributes.units ?? odometer?.attributes.unit ?? '').toLowerCase().replace('miles', 'mi');
  const distance = fieldOf(vehicle, 'odometer', notes);
  return {
    interest: interestOf(vehicle, notes),
    year: fieldOf(vehicle, 'year', notes),
    make: fieldOf(vehicle, 'make', notes),
    model: fieldOf(vehicle, 'model', notes),
    trim: fieldOf(vehicle, 'trim', notes),
    stock: fieldOf(vehicle, 'stock', notes),
    vin: fieldOf(vehicle, 'vin', notes),
    odometer: distance === null ? null : `${distance} ${units}`.trim(),
    comments: fieldOf(vehicle, 'comments', notes),
  };
}

function idsOf(prospect: XmlElement): string[] {
  return childrenOf(prospect, 'id')
    .map((id) => ({ source: id.attributes.source ?? '', value: fullText(id) }))
    .filter(({ value }) => !NOTHING.has(value.toLowerCase()))
    .map(({ source, value }) => `${source}:${value}`.slice(0, 200));
}

function noteMissing(lead: Omit<AdfLead, 'repaired' | 'missing'>, prospect: XmlElement): string[] {
  const [car] = lead.vehicles;
  return [
    ...(childrenOf(prospect, 'requestdate').length === 0 ? ['requestdate'] : []),
    ...(car
      ? (['year', 'make', 'model'] as const).filter((name) => car[name] === null).map((name) => `vehicle/${name}`)
      : ['vehicle']),
    ...(lead.name === null ? ['customer/contact/name'] : []),
    ...(lead.email === null && lead.phone === null ? ['customer/contact/email or phone'] : []),
    ...(lead.vendor === null ? ['vendor/vendorname'] : []),
  ];
}

function readProspect(prospect: XmlElement, documentNotes: readonly string[]): AdfLead {
  const notes = new Notes();
  for (const note of documentNotes) notes.repaired.add(note);
  const [customer] = childrenOf(prospect, 'customer');
  const contact = childrenOf(customer, 'contact')[0] ?? customer;
  if (customer && contact === customer) notes.repaired.add('customer without <contact>: its fields read directly');
  const status = prospect.attributes.status ?? '';
  if (status !== status.toLowerCase()) notes.repaired.add('prospect status in capitals');
  const outside = fieldOf(prospect, 'comments', notes);
  if (outside !== null) notes.repaired.add('<comments> outside <customer>');
  const [vendor] = childrenOf(prospect, 'vendor');
  const lead = {
    ids: idsOf(prospect),
    resend: status.toLowerCase() === 'resend',
    name: nameOf(contact, notes),
    email: contactValue(contact, 'email'),
    phone: contactValue(contact, 'phone'),
    comments: [fieldOf(customer, 'comments', notes), outside].filter((text) => text !== null).join('\n') || null,
    vehicles: childrenOf(prospect, 'vehicle')
      .slice(0, 10)
      .map((vehicle) => vehicleOf(vehicle, notes)),
    vendor: fieldOf(vendor, 'vendorname', notes) ?? nameOf(childrenOf(vendor, 'contact')[0], notes),
    provider: nameOf(childrenOf(prospect, 'provider')[0], notes),
  };
  return { ...lead, repaired: [...notes.repaired], missing: noteMissing(lead, prospect) };
}

function documentNotes(source: string, root: XmlElement): string[] {
  const notes: string[] = [];
  if (!/<\?adf\s/.test(source))
    notes.push(/<\?adf/i.test(source) ? '<?ADF …?> in capitals' : 'no <?adf …?> instruction');
  if (!source.trimStart().startsWith('<')) notes.push('text before the XML');
  if (/<(?:ADF|PROSPECT|CUSTOMER|VEHICLE)[\s>]/.test(source)) notes.push('element names in capitals');
  if (!findElement(root, 'adf')) notes.push('no <adf> around the prospect');
  return notes;
}

/**
 * Reads an ADF 1.0 document tolerantly (auto-lead data format): every prospect as a lead, with what was repaired and what
 * is missing. `null` when there is no prospect in it.
 * @throws XmlTooComplex for what is nested or long beyond any lead
 */
export function readAdf(source: string): AdfLead[] | null {
  const root = parseXml(source);
  const adf = findElement(root, 'adf') ?? root;
  const direct = childrenOf(adf, 'prospect');
  const nested = direct.length > 0 ? null : findElement(root, 'prospect');
  const prospects = nested ? [nested] : direct;
  if (prospects.length === 0) return null;
  const notes = documentNotes(source, root);
  return prospects.slice(0, MAX_PROSPECTS).map((prospect) => readProspect(prospect, notes));
}

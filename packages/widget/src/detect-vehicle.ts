/** The car a page is about. */
export interface PageVehicle {
  title: string;
  id?: string;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function textOf(value: unknown): string {
  if (isObject(value)) return textOf(value.name);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Every object of a JSON-LD document: at its top, in its `@graph`, what the page is about or an offer offers. */
function thingsIn(document: unknown): Json[] {
  return asList(document)
    .filter(isObject)
    .flatMap((thing) => [thing, ...['@graph', 'mainEntity', 'itemOffered'].flatMap((key) => thingsIn(thing[key]))]);
}

function titleOf(thing: Json): string {
  const year = textOf(thing.vehicleModelDate ?? thing.productionDate).slice(0, 4);
  const name = textOf(thing.name) || `${textOf(thing.brand)} ${textOf(thing.model)}`.trim();
  return name && year && !name.includes(year) ? `${name} ${year}` : name;
}

function fromJsonLd(sources: readonly string[]): string | undefined {
  const things = sources.flatMap((source) => {
    try {
      return thingsIn(JSON.parse(source));
    } catch {
      return [];
    }
  });
  const titlesOf = (kind: RegExp) =>
    things.filter((thing) => asList(thing['@type']).some((type) => kind.test(textOf(type)))).map(titleOf);
  const vehicles = titlesOf(/^(.*[/:])?(Car|Vehicle)$/);
  const titles = new Set((vehicles.length ? vehicles : titlesOf(/^(.*[/:])?Product$/)).filter(Boolean));
  // A page with several is a list, and a guess would put the wrong car in front of the customer.
  return titles.size === 1 ? [...titles][0] : undefined;
}

/** The car a page is about: `?vehicle=` (with `?vehicle_id=`) in its address, else its only schema.org vehicle. */
export function detectVehicle(address: string, jsonLd: readonly string[]): PageVehicle | undefined {
  const query = new URL(address).searchParams;
  const named = query.get('vehicle')?.trim();
  const id = query.get('vehicle_id')?.trim() || undefined;
  const title = named || fromJsonLd(jsonLd);
  return title ? { title: title.slice(0, 300), id: id?.slice(0, 64) } : undefined;
}

/** The car that the page is about as it stands now. */
export function vehicleOnPage(): PageVehicle | undefined {
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  return detectVehicle(
    location.href,
    Array.from(scripts, (script) => script.textContent ?? ''),
  );
}

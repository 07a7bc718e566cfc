import { formatDistance, formatPrice } from '../../src/answering/replies/format-number.ts';
import type { ReplyRequest, VehicleFacts } from '../../src/answering/types.ts';

type Covers = (text: string, car: VehicleFacts | null, request: ReplyRequest) => boolean;

const says =
  (pattern: RegExp): Covers =>
  (text) =>
    pattern.test(text);
const forSale = /til salgs|till salu|til salg|for sale|zum Verkauf|fortsatt ledig|available/i;
const salesperson = /selger|säljare|sælger|salesperson|Verkäufer|menneske|människa|human|person|Mensch/i;
const named = (text: string, { alternatives, vehicle }: ReplyRequest) =>
  alternatives.some(({ id, model }) => id !== vehicle?.id && text.includes(model));

/** Whether a reply answers what was asked: by the dealership's own facts, in any of the five languages. */
export const asks: Readonly<Record<string, Covers>> = {
  availability: says(forSale),
  price: (text, car) => car?.price !== null && car !== null && text.includes(formatPrice(car.price ?? 0)),
  mileage: (text, car) => car?.mileage !== null && car !== null && text.includes(formatDistance(car.mileage ?? 0)),
  equipment: says(
    /utstyrsliste|utrustningslista|udstyrsliste|Ausstattungsliste|equipment list|listed|hengerfeste|dragkrok|anhængertræk|tow bar|Anhängerkupplung/i,
  ),
  equipmentmissing: says(
    /ikke på utstyrslisten|inte på utrustningslistan|ikke på den udstyrsliste|Nicht auf meiner|not on the|bekreft|confirm/i,
  ),
  fuel: says(/diesel|hybrid|elektrisk|electric|bensin|petrol|benzin|Elektro|\bel\b/i),
  colour: says(/blå|blue|blau|rød|röd|red|rot|svart|sort|black|schwarz/i),
  testdrive: says(/prøvekjør|prøvetur|prov(?:a|kör)|prøvekør|test drive|Probe|tidspunkt|time/i),
  tradein: says(/innbytte|inbyte|i bytte|bytte|trade-?in|Inzahlungnahme/i),
  finance: says(/banken|the bank|die Bank/i),
  negotiate: says(/forhandle|förhandla|negotiate|verhandeln/i),
  hours: says(/åpent|öppet|åbent|open|geöffnet/i),
  closed: says(/stengt|stängt|lukket|closed|geschlossen/i),
  address: says(/Storgata 1/),
  stock: says(/\d{3} \d{3} kr|\d{3} 000 kr/),
  missing: says(
    /finner (?:jeg )?ikke|finner jeg ikke|hittar (?:jag )?inte|ikke finde|can(?:no|')t find|not find|finde ich/i,
  ),
  sold: says(/solgt|såld|sold|verkauft/i),
  alternatives: (text, _car, request) => named(text, request),
  reserved: says(/reserv/i),
  priceunknown: says(/prisen|price|Preis|priset/i),
  human: says(salesperson),
  unknown: says(salesperson),
  sell: says(/registreringsnummer|registration|Kennzeichen/i),
  pictures: says(/bilde|bild|billede|picture|photo|Bilder/i),
  reserve: says(/kan ikke reservere|cannot reserve|can't reserve|kan inte reservera|Reservieren kann ich/i),
  'kb:warranty': says(/12 måneder/i),
  'kb:delivery': says(/4 900 kr/),
};

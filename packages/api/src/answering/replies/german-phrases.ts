import { capitalize } from './capitalize.ts';
import { joinList } from './format-number.ts';
import type { CarWords, Phrases } from './phrases.ts';

function carWithPrice(article: 'der' | 'den') {
  return ({ title, price, mileage }: CarWords): string => {
    const cost = price === null ? `${article} ${title}` : `${article} ${title} für ${price}`;
    return mileage === null ? cost : `${cost} (${mileage})`;
  };
}

function list(items: string[]): string {
  return joinList(items, 'und');
}

function reach(phone: string | null): string {
  return phone === null ? '' : ` Sie erreichen uns auch unter ${phone}.`;
}

/** German with Sie; cars are masculine in German, whatever their make. */
export const germanPhrases: Phrases = {
  greeting: ({ full }) => (full === null ? 'Guten Tag,' : `Guten Tag ${full},`),
  stillForSale: ({ title }) => `Ja, der ${title} steht noch zum Verkauf.`,
  demoForSale: ({ title }) => `Ja, der ${title} steht zum Verkauf. Es ist ein Vorführwagen.`,
  carForSale: ({ title, price, mileage }) => {
    if (price === null)
      return mileage === null
        ? `Der ${title} steht zum Verkauf.`
        : `Der ${title} steht zum Verkauf und ist ${mileage} gelaufen.`;
    return mileage === null
      ? `Der ${title} steht für ${price} zum Verkauf.`
      : `Der ${title} steht für ${price} zum Verkauf und ist ${mileage} gelaufen.`;
  },
  carCosts: ({ title, price, mileage }) =>
    mileage === null
      ? `Der ${title} kostet ${price} und steht zum Verkauf.`
      : `Der ${title} kostet ${price}. Er ist ${mileage} gelaufen und steht zum Verkauf.`,
  reserved: ({ title }) => `Der ${title} ist derzeit reserviert.`,
  sold: ({ title }) => `Der ${title} ist leider schon verkauft.`,
  notInStock: (wanted) =>
    wanted === null
      ? 'Genau diesen Wagen finde ich derzeit nicht in unserem Bestand.'
      : `Einen ${wanted} finde ich derzeit nicht in unserem Bestand.`,
  nothingLikeIt: () => 'Genau das, was Sie suchen, finde ich derzeit nicht in unserem Bestand.',
  alternatives: (cars) =>
    `Am ehesten ${cars.length > 1 ? 'kämen' : 'käme'} dafür ${list(cars.map(carWithPrice('der')))} infrage.`,
  inStock: (cars) => `Zum Verkauf stehen derzeit unter anderem ${list(cars.map(carWithPrice('der')))}.`,
  namedInStock: (cars) => `Zum Verkauf haben wir derzeit ${list(cars.map(carWithPrice('den')))}.`,
  whichOfThem: () => 'Um welchen davon geht es Ihnen?',
  whichAlternative: (count) =>
    count === 1
      ? 'Wenn Sie mehr darüber wissen möchten, antworten Sie einfach auf diese Nachricht.'
      : 'Wenn Sie zu einem davon mehr wissen möchten, antworten Sie einfach auf diese Nachricht.',
  tellUsWhatMatters: () =>
    'Schreiben Sie uns gern, worauf es Ihnen ankommt, zum Beispiel Preis, Größe und Antrieb, damit unser Verkäufer einen Anhaltspunkt hat.',
  whichCar: () => 'Um welchen Wagen geht es?',
  priceAndMileage: ({ price, mileage }) => {
    if (price === null) return mileage === null ? null : `Er ist ${mileage} gelaufen.`;
    return mileage === null ? `Er kostet ${price}.` : `Er kostet ${price} und ist ${mileage} gelaufen.`;
  },
  priceIs: (price) => `Der Preis beträgt ${price}.`,
  priceUnknown: () => 'Den Preis habe ich hier nicht vorliegen, ein Verkäufer kann ihn Ihnen nennen.',
  mileageIs: (mileage) => `Er ist ${mileage} gelaufen.`,
  mileageUnknown: () => 'Den Kilometerstand habe ich hier nicht vorliegen, ein Verkäufer kann ihn Ihnen nennen.',
  yearIs: (year) => `Er ist Modelljahr ${year}.`,
  fuelIs: (fuel) => `Als Antrieb ist ${fuel} angegeben.`,
  colourIs: (colour) => `Als Farbe ist ${colour} angegeben.`,
  listed: (items) => `Auf der Ausstattungsliste ${items.length > 1 ? 'stehen' : 'steht'} ${list(items)}.`,
  notListed: (items) =>
    `Nicht auf meiner Ausstattungsliste ${items.length > 1 ? 'stehen' : 'steht'} ${list(items)}, das sollte ein Verkäufer bestätigen.`,
  sellerKnows: (items) =>
    `${capitalize(list(items))} liegen mir keine Angaben vor, das kann Ihnen ein Verkäufer beantworten.`,
  noBargaining: () => 'Über den Preis kann ich nicht verhandeln, das besprechen Sie am besten mit einem Verkäufer.',
  wantsTestDrive: ({ title }, onlyToSee) =>
    `Schön, dass Sie den ${title} ${onlyToSee ? 'ansehen' : 'Probe fahren'} möchten.`,
  itIsForSale: ({ price, mileage }) => {
    const forSale = price === null ? 'Er steht zum Verkauf' : `Er steht für ${price} zum Verkauf`;
    return mileage === null ? `${forSale}.` : `${forSale} und ist ${mileage} gelaufen.`;
  },
  cannotReserve: () => 'Reservieren kann ich den Wagen nicht, das klären Sie am besten mit einem Verkäufer.',
  purchaseWithSeller: (dealership) =>
    `Den Kauf selbst vereinbaren Sie mit einem Verkäufer von ${dealership}, dem Ihre Anfrage jetzt vorliegt.`,
  picturesAt: (address) => `Die Bilder finden Sie im Inserat: ${address}`,
  picturesBySeller: () => 'Um weitere Bilder bitten Sie am besten einen Verkäufer.',
  testDriveSuggest: () =>
    'Nennen Sie uns gern ein paar Zeiten, die Ihnen passen, damit unser Verkäufer die Probefahrt mit Ihnen vereinbaren kann.',
  testDriveDay: (day, hours) =>
    `Am ${day} haben wir ${hours} geöffnet, die genaue Uhrzeit bestätigt Ihnen ein Verkäufer.`,
  closedDay: (day, week) =>
    week === '' ? `Am ${day} haben wir geschlossen.` : `Am ${day} haben wir geschlossen, geöffnet haben wir ${week}.`,
  tradeIn: (plateKnown) =>
    plateKnown
      ? 'Was Ihr Wagen bei einer Inzahlungnahme wert ist, muss ein Verkäufer beurteilen, schicken Sie dafür gern auch Kilometerstand und Servicehistorie.'
      : 'Was Ihr Wagen bei einer Inzahlungnahme wert ist, muss ein Verkäufer beurteilen, schicken Sie dafür gern Kennzeichen, Kilometerstand und Servicehistorie.',
  finance: () =>
    'Die Monatsrate hängt von Anzahlung und Laufzeit ab, und die Bonität prüft die Bank. Schreiben Sie uns gern, was Sie sich vorstellen, damit unser Verkäufer etwas zum Rechnen hat.',
  openingHours: (week) => `Wir haben ${week} geöffnet.`,
  dayHours: (day, hours) => `Am ${day} haben wir ${hours} geöffnet.`,
  holidayHours: (week) =>
    `Normalerweise haben wir ${week} geöffnet, zu den Feiertagen fragen Sie bitte einen Verkäufer.`,
  openingHoursUnknown: (phone) =>
    phone === null
      ? 'Die Öffnungszeiten habe ich hier nicht vorliegen, ein Verkäufer kann sie Ihnen nennen.'
      : `Die Öffnungszeiten habe ich hier nicht vorliegen, Sie erfahren sie unter ${phone}.`,
  addressIs: (address) => `Sie finden uns hier: ${address}.`,
  wantsToSell: () =>
    'Schön, dass Sie beim Verkauf Ihres Wagens an uns denken. Schicken Sie uns gern Kennzeichen, Kilometerstand und ein paar Worte zu Zustand und Servicehistorie, damit ein Verkäufer ihn beurteilen kann.',
  offerTestDrive: () => 'Wenn Sie ihn Probe fahren möchten, nennen Sie uns gern ein paar passende Zeiten.',
  sellerSeesIt: (dealership) => `Ein Verkäufer von ${dealership} sieht Ihre Anfrage ebenfalls.`,
  withSeller: (dealership) => `Ihre Nachricht liegt jetzt einem Verkäufer von ${dealership} vor.`,
  sellerAnswersRest: (dealership) =>
    `Ihre Frage muss ein Verkäufer beantworten, sie liegt jetzt einem Verkäufer von ${dealership} vor.`,
  callBack: (dealership, phoneKnown) =>
    phoneKnown
      ? `Ihre Anfrage und Ihre Telefonnummer liegen jetzt einem Verkäufer von ${dealership} vor.`
      : `Ihre Anfrage liegt jetzt einem Verkäufer von ${dealership} vor, schicken Sie uns gern noch Ihre Telefonnummer.`,
  inAHurry: (phone) => `Wenn es eilt, erreichen Sie uns unter ${phone}.`,
  welcome: () => 'Kommen Sie gern vorbei.',
  thanksForMessage: () => 'Vielen Dank für Ihre Nachricht.',
  howCanWeHelp: () => 'Wobei können wir Ihnen helfen?',
  thanksForAnswer: (dealership) =>
    `Vielen Dank für Ihre Antwort. Sie liegt jetzt einem Verkäufer von ${dealership} vor.`,
  receipt: (kind, { dealership, phone }) => {
    const opening = {
      human_requested: `Selbstverständlich. Ihre Anfrage liegt jetzt einem Verkäufer von ${dealership} vor, damit Sie mit einem Menschen sprechen können.`,
      gdpr: `Vielen Dank für Ihre Nachricht. Fragen zu personenbezogenen Daten bearbeitet ein Mensch, und Ihre Anfrage liegt jetzt der verantwortlichen Person bei ${dealership} vor.`,
      complaint: `Danke, dass Sie uns das sagen. Das soll ein Mensch beantworten, und Ihre Nachricht liegt jetzt der verantwortlichen Person bei ${dealership} vor.`,
      neutral: `Vielen Dank für Ihre Nachricht. Die soll ein Mensch beantworten, und sie liegt jetzt der verantwortlichen Person bei ${dealership} vor.`,
    }[kind];
    return `${opening}${reach(phone)}`;
  },
  takeoverDisclosure: ({ assistant, dealership }) =>
    `Ich bin ${assistant}, die digitale Assistenz von ${dealership}. Ab hier übernimmt ein Mensch.`,
  shortTakeoverDisclosure: ({ assistant, dealership }) => `${assistant}, digitale Assistenz von ${dealership}.`,
  followUpFirst: ({ title, price }) =>
    price === null
      ? `Sie haben vor einigen Tagen nach dem ${title} gefragt. Er steht noch zum Verkauf.`
      : `Sie haben vor einigen Tagen nach dem ${title} gefragt. Er steht noch für ${price} zum Verkauf.`,
  followUpLater: ({ title, price, mileage }) => {
    const facts = [price === null ? null : `kostet ${price}`, mileage === null ? null : `ist ${mileage} gelaufen`];
    const known = facts.filter((fact) => fact !== null);
    const rest = known.length === 0 ? '' : known.length === 1 ? ` und ${known[0]}` : `, ${known.join(' und ')}`;
    return `Kommt der ${title} für Sie noch infrage? Er steht zum Verkauf${rest}.`;
  },
  followUpReserved: ({ title }) => `Der ${title}, nach dem Sie gefragt haben, ist derzeit reserviert.`,
  followUpSold: ({ title }) => `Der ${title}, nach dem Sie gefragt haben, ist leider schon verkauft.`,
  followUpWithoutCar: (later) =>
    later
      ? 'Suchen Sie noch einen Wagen? Schreiben Sie uns gern, worauf es Ihnen ankommt, zum Beispiel Preis, Größe und Antrieb, damit unser Verkäufer einen Anhaltspunkt hat.'
      : 'Sie haben uns vor einigen Tagen geschrieben. Wenn Sie noch Fragen haben, antworten Sie einfach auf diese Nachricht.',
  followUpAsk: (about) =>
    ({
      test_drive: 'Wenn Sie ihn noch Probe fahren möchten, nennen Sie uns gern ein paar passende Zeiten.',
      trade_in:
        'Wenn wir uns Ihren Wagen für die Inzahlungnahme ansehen sollen, genügen Kennzeichen und Kilometerstand.',
      finance: 'Wenn unser Verkäufer eine Finanzierung rechnen soll, genügen ungefähre Anzahlung und Laufzeit.',
      anything: 'Wenn Sie mehr wissen oder ihn Probe fahren möchten, antworten Sie einfach auf diese Nachricht.',
      decided: 'Antworten Sie gern auch dann, wenn Sie sich anders entschieden haben.',
    })[about],
  subject: {
    answer: (title) => `${title}: Antwort auf Ihre Frage`,
    thanks: (title, dealership) => `${title} bei ${dealership}`,
    testDrive: (title) => `Probefahrt mit dem ${title}`,
    sold: (title) => `Der ${title} ist verkauft, aber wir haben Ähnliches`,
    withoutCar: (dealership) => `Antwort von ${dealership}`,
    receipt: () => 'Wir haben Ihre Nachricht erhalten',
    followUpFirst: (title) => `Haben Sie noch Fragen zum ${title}?`,
    followUpLater: (title) => `Kommt der ${title} noch infrage?`,
    followUpWithoutCar: (dealership) => `Eine Nachricht von ${dealership}`,
  },
};

import { capitalize } from './capitalize.ts';
import { joinList } from './format-number.ts';
import type { CarWords, Phrases } from './phrases.ts';

function carWithPrice({ title, price, mileage }: CarWords): string {
  const cost = price === null ? title : `${title} til ${price}`;
  return mileage === null ? cost : `${cost} (${mileage})`;
}

function list(items: string[]): string {
  return joinList(items, 'og');
}

function reach(phone: string | null): string {
  return phone === null ? '' : ` Du når oss også på ${phone}.`;
}

/** Bokmål, written as a helpful person at the dealership would. */
export const norwegianPhrases: Phrases = {
  greeting: ({ first }) => (first === null ? 'Hei,' : `Hei ${first},`),
  stillForSale: ({ title }) => `Ja, ${title} er fortsatt til salgs.`,
  demoForSale: ({ title }) => `Ja, ${title} er til salgs. Det er en demobil.`,
  carForSale: ({ title, price, mileage }) => {
    if (price === null)
      return mileage === null ? `${title} er til salgs nå.` : `${title} er til salgs, og den har gått ${mileage}.`;
    return mileage === null
      ? `${title} er til salgs for ${price}.`
      : `${title} er til salgs for ${price}, og den har gått ${mileage}.`;
  },
  carCosts: ({ title, price, mileage }) =>
    mileage === null
      ? `${title} koster ${price}, og den er til salgs nå.`
      : `${title} koster ${price}. Den har gått ${mileage} og er til salgs nå.`,
  reserved: ({ title }) => `${title} er reservert akkurat nå.`,
  sold: ({ title }) => `${title} er dessverre solgt.`,
  notInStock: (wanted) =>
    wanted === null
      ? 'Jeg finner ikke akkurat den bilen blant dem vi har inne nå.'
      : `Jeg finner ikke ${wanted} blant bilene vi har inne nå.`,
  nothingLikeIt: () => 'Akkurat det du ser etter, finner jeg ikke blant bilene jeg ser nå.',
  alternatives: (cars) => `Det nærmeste vi har til salgs, er ${list(cars.map(carWithPrice))}.`,
  inStock: (cars) => `Blant bilene vi har til salgs nå, er ${list(cars.map(carWithPrice))}.`,
  namedInStock: (cars) => `Vi har ${list(cars.map(carWithPrice))} til salgs nå.`,
  whichOfThem: () => 'Hvilken av dem gjelder det?',
  whichAlternative: (count) =>
    count === 1
      ? 'Vil du vite mer om den, er det bare å svare her.'
      : 'Vil du vite mer om en av dem, er det bare å svare her.',
  tellUsWhatMatters: () =>
    'Skriv gjerne hva som er viktigst for deg, som pris, størrelse og drivstoff, så har selgeren noe å gå ut fra.',
  whichCar: () => 'Hvilken bil gjelder det?',
  priceAndMileage: ({ price, mileage }) => {
    if (price === null) return mileage === null ? null : `Den har gått ${mileage}.`;
    return mileage === null ? `Den koster ${price}.` : `Den koster ${price} og har gått ${mileage}.`;
  },
  priceIs: (price) => `Prisen er ${price}.`,
  priceUnknown: () => 'Prisen har jeg ikke tilgjengelig her, men den kan en selger svare på.',
  mileageIs: (mileage) => `Den har gått ${mileage}.`,
  mileageUnknown: () => 'Kilometerstanden har jeg ikke tilgjengelig her, men den kan en selger svare på.',
  yearIs: (year) => `Den er ${year}-modell.`,
  fuelIs: (fuel) => `Drivstoffet er oppgitt som ${fuel}.`,
  colourIs: (colour) => `Fargen er oppgitt som ${colour}.`,
  listed: (items) => `${capitalize(list(items))} står på utstyrslisten.`,
  notListed: (items) => `${capitalize(list(items))} står ikke på utstyrslisten jeg har, så det bør en selger bekrefte.`,
  sellerKnows: (items) => `${capitalize(list(items))} har jeg ikke opplysninger om, men det kan en selger svare på.`,
  noBargaining: () => 'Jeg kan ikke forhandle om prisen, men en selger kan ta den praten med deg.',
  wantsTestDrive: ({ title }, onlyToSee) => `Så fint at du vil ${onlyToSee ? 'se på' : 'prøvekjøre'} ${title}.`,
  itIsForSale: ({ price, mileage }) => {
    const forSale = price === null ? 'Bilen er til salgs' : `Bilen er til salgs for ${price}`;
    return mileage === null ? `${forSale}.` : `${forSale} og har gått ${mileage}.`;
  },
  cannotReserve: () => 'Jeg kan ikke reservere bilen, men en selger kan ta det med deg.',
  purchaseWithSeller: (dealership) =>
    `Kjøpet avtaler du med en selger, og henvendelsen din ligger nå hos en selger hos ${dealership}.`,
  picturesAt: (address) => `Bildene ligger i annonsen: ${address}`,
  picturesBySeller: () => 'Flere bilder kan en selger hjelpe deg med.',
  testDriveSuggest: () =>
    'Skriv gjerne et par tidspunkter som passer for deg, så har selgeren det som trengs for å avtale turen.',
  testDriveDay: (day, hours) =>
    `${capitalize(day)} har vi åpent ${hours}, og selve tidspunktet er det en selger som bekrefter.`,
  closedDay: (day, week) =>
    week === ''
      ? `${capitalize(day)} holder vi stengt.`
      : `${capitalize(day)} holder vi stengt, men vi har åpent ${week}.`,
  tradeIn: (plateKnown) =>
    plateKnown
      ? 'Hva bilen din er verdt i innbytte, må en selger vurdere, så send gjerne kilometerstand og servicehistorikk også.'
      : 'Hva bilen din er verdt i innbytte, må en selger vurdere, så send gjerne registreringsnummer, kilometerstand og servicehistorikk.',
  finance: () =>
    'Månedsbeløpet avhenger av egenkapital og nedbetalingstid, og det er banken som gjør kredittvurderingen. Skriv gjerne hva du tenker deg, så har selgeren noe å regne på.',
  openingHours: (week) => `Vi har åpent ${week}.`,
  dayHours: (day, hours) => `${capitalize(day)} har vi åpent ${hours}.`,
  holidayHours: (week) => `Til vanlig har vi åpent ${week}, men spør en selger om helligdagene.`,
  openingHoursUnknown: (phone) =>
    phone === null
      ? 'Åpningstidene har jeg ikke tilgjengelig her, men det kan en selger svare på.'
      : `Åpningstidene har jeg ikke tilgjengelig her, men spør gjerne på ${phone}.`,
  addressIs: (address) => `Adressen er ${address}.`,
  wantsToSell: () =>
    'Fint at du tenker på oss når bilen skal selges. Send gjerne registreringsnummer, kilometerstand og litt om tilstand og servicehistorikk, så har en selger det som trengs for å vurdere den.',
  offerTestDrive: () => 'Vil du prøvekjøre den, svar gjerne med et par tidspunkter som passer.',
  sellerSeesIt: (dealership) => `En selger hos ${dealership} ser også henvendelsen din.`,
  withSeller: (dealership) => `Meldingen din ligger nå hos en selger hos ${dealership}.`,
  sellerAnswersRest: (dealership) =>
    `Det du spør om, må en selger svare på, og henvendelsen din ligger nå hos en selger hos ${dealership}.`,
  callBack: (dealership, phoneKnown) =>
    phoneKnown
      ? `Henvendelsen og telefonnummeret ditt ligger nå hos en selger hos ${dealership}.`
      : `Henvendelsen din ligger nå hos en selger hos ${dealership}, så send gjerne telefonnummeret ditt her.`,
  inAHurry: (phone) => `Haster det, når du oss på ${phone}.`,
  welcome: () => 'Velkommen innom.',
  thanksForMessage: () => 'Takk for at du tok kontakt.',
  howCanWeHelp: () => 'Hva kan vi hjelpe deg med?',
  thanksForAnswer: (dealership) => `Takk for svaret. Meldingen din ligger nå hos en selger hos ${dealership}.`,
  receipt: (kind, { dealership, phone }) => {
    const opening = {
      human_requested: `Selvsagt. Henvendelsen din ligger nå hos en selger hos ${dealership}, så du får snakke med et menneske.`,
      gdpr: `Takk for meldingen. Spørsmål om personopplysninger behandles av et menneske, og henvendelsen din ligger nå hos en ansvarlig hos ${dealership}.`,
      complaint: `Takk for at du sier fra. Dette skal et menneske svare på, og henvendelsen din ligger nå hos en ansvarlig hos ${dealership}.`,
      neutral: `Takk for meldingen. Dette skal et menneske svare på, og henvendelsen din ligger nå hos en ansvarlig hos ${dealership}.`,
    }[kind];
    return `${opening}${reach(phone)}`;
  },
  takeoverDisclosure: ({ assistant, dealership }) =>
    `Jeg er ${assistant}, den digitale assistenten hos ${dealership}. En person tar over herfra.`,
  shortTakeoverDisclosure: ({ assistant, dealership }) => `${assistant}, digital assistent hos ${dealership}.`,
  followUpFirst: ({ title, price }) =>
    price === null
      ? `Du spurte om ${title} for noen dager siden. Den er fortsatt til salgs.`
      : `Du spurte om ${title} for noen dager siden. Den er fortsatt til salgs for ${price}.`,
  followUpLater: ({ title, price, mileage }) => {
    const facts = [price === null ? null : `koster ${price}`, mileage === null ? null : `har gått ${mileage}`].filter(
      (fact) => fact !== null,
    );
    return `Er ${title} fortsatt aktuell for deg? Den er til salgs${facts.length === 0 ? '' : `, ${facts.join(' og ')}`}.`;
  },
  followUpReserved: ({ title }) => `${title}, som du spurte om, er reservert akkurat nå.`,
  followUpSold: ({ title }) => `${title}, som du spurte om, er dessverre solgt.`,
  followUpWithoutCar: (later) =>
    later
      ? 'Er du fortsatt på utkikk etter bil? Skriv gjerne hva som er viktigst for deg, som pris, størrelse og drivstoff, så har selgeren noe å gå ut fra.'
      : 'Du tok kontakt med oss for noen dager siden. Har du fortsatt spørsmål, er det bare å svare på denne meldingen.',
  followUpAsk: (about) =>
    ({
      test_drive: 'Er prøvekjøring fortsatt aktuelt, svar gjerne med et par tidspunkter som passer.',
      trade_in: 'Vil du ha innbyttet vurdert, holder det at du svarer med registreringsnummer og kilometerstand.',
      finance:
        'Skal selgeren regne på finansiering, holder det at du svarer med omtrent egenkapital og nedbetalingstid.',
      anything: 'Er det noe mer du vil vite om den, eller vil du prøvekjøre, er det bare å svare her.',
      decided: 'Svar gjerne, også om du har bestemt deg for noe annet.',
    })[about],
  subject: {
    answer: (title) => `${title}: svar på spørsmålet ditt`,
    thanks: (title, dealership) => `${title} hos ${dealership}`,
    testDrive: (title) => `Prøvekjøring av ${title}`,
    sold: (title) => `${title} er solgt, men vi har noe som ligner`,
    withoutCar: (dealership) => `Svar fra ${dealership}`,
    receipt: () => 'Vi har fått meldingen din',
    followUpFirst: (title) => `Lurer du på noe mer om ${title}?`,
    followUpLater: (title) => `Er ${title} fortsatt aktuell?`,
    followUpWithoutCar: (dealership) => `Hilsen fra ${dealership}`,
  },
};

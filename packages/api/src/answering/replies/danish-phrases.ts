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
  return phone === null ? '' : ` Du kan også få fat i os på ${phone}.`;
}

/** Danish, with the comma before subordinate clauses that most Danes still expect. */
export const danishPhrases: Phrases = {
  greeting: ({ first }) => (first === null ? 'Hej,' : `Hej ${first},`),
  stillForSale: ({ title }) => `Ja, ${title} er stadig til salg.`,
  demoForSale: ({ title }) => `Ja, ${title} er til salg. Det er en demobil.`,
  carForSale: ({ title, price, mileage }) => {
    if (price === null)
      return mileage === null ? `${title} er til salg lige nu.` : `${title} er til salg og har kørt ${mileage}.`;
    return mileage === null
      ? `${title} er til salg for ${price}.`
      : `${title} er til salg for ${price} og har kørt ${mileage}.`;
  },
  carCosts: ({ title, price, mileage }) =>
    mileage === null
      ? `${title} koster ${price} og er til salg lige nu.`
      : `${title} koster ${price}. Den har kørt ${mileage} og er til salg lige nu.`,
  reserved: ({ title }) => `${title} er reserveret lige nu.`,
  sold: ({ title }) => `${title} er desværre solgt.`,
  notInStock: (wanted) =>
    wanted === null
      ? 'Jeg kan ikke finde netop den bil blandt dem, vi har lige nu.'
      : `Jeg kan ikke finde ${wanted} blandt de biler, vi har lige nu.`,
  nothingLikeIt: () => 'Præcis det, du leder efter, kan jeg ikke finde blandt de biler, vi har lige nu.',
  alternatives: (cars) => `Det nærmeste, vi har til salg, er ${list(cars.map(carWithPrice))}.`,
  inStock: (cars) => `Blandt de biler, vi har til salg lige nu, er ${list(cars.map(carWithPrice))}.`,
  namedInStock: (cars) => `Vi har ${list(cars.map(carWithPrice))} til salg lige nu.`,
  whichOfThem: () => 'Hvilken af dem drejer det sig om?',
  whichAlternative: (count) =>
    count === 1
      ? 'Vil du vide mere om den, kan du bare svare her.'
      : 'Vil du vide mere om en af dem, kan du bare svare her.',
  tellUsWhatMatters: () =>
    'Skriv gerne, hvad der er vigtigst for dig, for eksempel pris, størrelse og drivmiddel, så har sælgeren noget at gå ud fra.',
  whichCar: () => 'Hvilken bil drejer det sig om?',
  priceAndMileage: ({ price, mileage }) => {
    if (price === null) return mileage === null ? null : `Den har kørt ${mileage}.`;
    return mileage === null ? `Den koster ${price}.` : `Den koster ${price} og har kørt ${mileage}.`;
  },
  priceIs: (price) => `Prisen er ${price}.`,
  priceUnknown: () => 'Prisen har jeg ikke her, men den kan en sælger oplyse.',
  mileageIs: (mileage) => `Den har kørt ${mileage}.`,
  mileageUnknown: () => 'Kilometertallet har jeg ikke her, men det kan en sælger oplyse.',
  yearIs: (year) => `Den er årgang ${year}.`,
  fuelIs: (fuel) => `Drivmidlet er ${fuel} ifølge vores oplysninger.`,
  colourIs: (colour) => `Farven er ${colour} ifølge vores oplysninger.`,
  listed: (items) => `${capitalize(list(items))} står på udstyrslisten.`,
  notListed: (items) =>
    `${capitalize(list(items))} står ikke på den udstyrsliste, jeg har, så det bør en sælger bekræfte.`,
  sellerKnows: (items) => `${capitalize(list(items))} har jeg ingen oplysninger om, men det kan en sælger svare på.`,
  noBargaining: () => 'Jeg kan ikke forhandle om prisen, men en sælger kan tage den snak med dig.',
  wantsTestDrive: ({ title }, onlyToSee) => `Godt, at du gerne vil ${onlyToSee ? 'se' : 'prøvekøre'} ${title}.`,
  itIsForSale: ({ price, mileage }) => {
    const forSale = price === null ? 'Bilen er til salg' : `Bilen er til salg for ${price}`;
    return mileage === null ? `${forSale}.` : `${forSale} og har kørt ${mileage}.`;
  },
  cannotReserve: () => 'Jeg kan ikke reservere bilen, men en sælger kan tage det med dig.',
  purchaseWithSeller: (dealership) =>
    `Selve købet aftaler du med en sælger, og en sælger hos ${dealership} har nu din henvendelse.`,
  picturesAt: (address) => `Billederne ligger i annoncen: ${address}`,
  picturesBySeller: () => 'Flere billeder kan en sælger hjælpe dig med.',
  testDriveSuggest: () =>
    'Skriv gerne et par tidspunkter, der passer dig, så har sælgeren det, der skal til for at aftale turen.',
  testDriveDay: (day, hours) =>
    `${capitalize(day)} har vi åbent ${hours}, og selve tidspunktet er det en sælger, der bekræfter.`,
  closedDay: (day, week) =>
    week === ''
      ? `${capitalize(day)} holder vi lukket.`
      : `${capitalize(day)} holder vi lukket, men vi har åbent ${week}.`,
  tradeIn: (plateKnown) =>
    plateKnown
      ? 'Hvad din bil er værd i bytte, skal en sælger vurdere, så send gerne kilometertal og servicehistorik også.'
      : 'Hvad din bil er værd i bytte, skal en sælger vurdere, så send gerne registreringsnummer, kilometertal og servicehistorik.',
  finance: () =>
    'Den månedlige ydelse afhænger af udbetaling og løbetid, og det er banken, der foretager kreditvurderingen. Skriv gerne, hvad du har tænkt dig, så har sælgeren noget at regne på.',
  openingHours: (week) => `Vi har åbent ${week}.`,
  dayHours: (day, hours) => `${capitalize(day)} har vi åbent ${hours}.`,
  holidayHours: (week) => `Normalt har vi åbent ${week}, men spørg en sælger om helligdagene.`,
  openingHoursUnknown: (phone) =>
    phone === null
      ? 'Åbningstiderne har jeg ikke her, men dem kan en sælger oplyse.'
      : `Åbningstiderne har jeg ikke her, men spørg gerne på ${phone}.`,
  addressIs: (address) => `Adressen er ${address}.`,
  wantsToSell: () =>
    'Godt, at du tænker på os, når bilen skal sælges. Send gerne registreringsnummer, kilometertal og lidt om stand og servicehistorik, så har en sælger det, der skal til for at vurdere den.',
  offerTestDrive: () => 'Vil du prøvekøre den, så svar gerne med et par tidspunkter, der passer.',
  sellerSeesIt: (dealership) => `En sælger hos ${dealership} ser også din henvendelse.`,
  withSeller: (dealership) => `En sælger hos ${dealership} har nu din besked.`,
  sellerAnswersRest: (dealership) =>
    `Det, du spørger om, skal et menneske svare på, og en sælger hos ${dealership} har nu din henvendelse.`,
  callBack: (dealership, phoneKnown) =>
    phoneKnown
      ? `En sælger hos ${dealership} har nu din henvendelse og dit telefonnummer.`
      : `En sælger hos ${dealership} har nu din henvendelse, så send gerne dit telefonnummer her.`,
  inAHurry: (phone) => `Haster det, kan du få fat i os på ${phone}.`,
  welcome: () => 'Du er velkommen til at kigge forbi.',
  thanksForMessage: () => 'Tak for din henvendelse.',
  howCanWeHelp: () => 'Hvad kan vi hjælpe dig med?',
  thanksForAnswer: (dealership) => `Tak for svaret. En sælger hos ${dealership} har nu din besked.`,
  receipt: (kind, { dealership, phone }) => {
    const opening = {
      human_requested: `Selvfølgelig. En sælger hos ${dealership} har nu din henvendelse, så du kan tale med et menneske.`,
      gdpr: `Tak for din besked. Spørgsmål om personoplysninger behandles af et menneske, og din henvendelse ligger nu hos den ansvarlige hos ${dealership}.`,
      complaint: `Tak, fordi du siger det. Det skal et menneske svare på, og din besked ligger nu hos den ansvarlige hos ${dealership}.`,
      neutral: `Tak for din besked. Den skal et menneske svare på, og den ligger nu hos den ansvarlige hos ${dealership}.`,
    }[kind];
    return `${opening}${reach(phone)}`;
  },
  takeoverDisclosure: ({ assistant, dealership }) =>
    `Jeg er ${assistant}, den digitale assistent hos ${dealership}. Et menneske tager over herfra.`,
  shortTakeoverDisclosure: ({ assistant, dealership }) => `${assistant}, digital assistent hos ${dealership}.`,
  followUpFirst: ({ title, price }) =>
    price === null
      ? `Du spurgte til ${title} for nogle dage siden. Den er stadig til salg.`
      : `Du spurgte til ${title} for nogle dage siden. Den er stadig til salg for ${price}.`,
  followUpLater: ({ title, price, mileage }) => {
    const facts = [price === null ? null : `koster ${price}`, mileage === null ? null : `har kørt ${mileage}`];
    const known = facts.filter((fact) => fact !== null);
    const rest = known.length === 0 ? '' : known.length === 1 ? ` og ${known[0]}` : `, ${known.join(' og ')}`;
    return `Er ${title} stadig aktuel for dig? Den er til salg${rest}.`;
  },
  followUpReserved: ({ title }) => `${title}, som du spurgte til, er reserveret lige nu.`,
  followUpSold: ({ title }) => `${title}, som du spurgte til, er desværre solgt.`,
  followUpWithoutCar: (later) =>
    later
      ? 'Leder du stadig efter en bil? Skriv gerne, hvad der er vigtigst for dig, for eksempel pris, størrelse og drivmiddel, så har sælgeren noget at gå ud fra.'
      : 'Du skrev til os for nogle dage siden. Har du stadig spørgsmål, kan du bare svare på denne besked.',
  followUpAsk: (about) =>
    ({
      test_drive: 'Vil du stadig gerne prøvekøre, så svar gerne med et par tidspunkter, der passer.',
      trade_in: 'Vil du have byttebilen vurderet, er det nok at svare med registreringsnummer og kilometertal.',
      finance: 'Skal sælgeren regne på finansiering, er det nok at svare med omtrentlig udbetaling og løbetid.',
      anything: 'Vil du vide mere om den eller prøvekøre, kan du bare svare her.',
      decided: 'Svar gerne, også hvis du har valgt noget andet.',
    })[about],
  subject: {
    answer: (title) => `${title}: svar på dit spørgsmål`,
    thanks: (title, dealership) => `${title} hos ${dealership}`,
    testDrive: (title) => `Prøvekørsel af ${title}`,
    sold: (title) => `${title} er solgt, men vi har noget lignende`,
    withoutCar: (dealership) => `Svar fra ${dealership}`,
    receipt: () => 'Vi har fået din besked',
    followUpFirst: (title) => `Vil du vide mere om ${title}?`,
    followUpLater: (title) => `Er ${title} stadig aktuel?`,
    followUpWithoutCar: (dealership) => `En hilsen fra ${dealership}`,
  },
};

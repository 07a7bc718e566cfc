import { capitalize } from './capitalize.ts';
import { joinList } from './format-number.ts';
import type { CarWords, Phrases } from './phrases.ts';

function carWithPrice({ title, price, mileage }: CarWords): string {
  const cost = price === null ? title : `${title} för ${price}`;
  return mileage === null ? cost : `${cost} (${mileage})`;
}

function list(items: string[]): string {
  return joinList(items, 'och');
}

function reach(phone: string | null): string {
  return phone === null ? '' : ` Du når oss också på ${phone}.`;
}

/** Swedish, as a salesperson on the phone to Sweden would write it. */
export const swedishPhrases: Phrases = {
  greeting: ({ first }) => (first === null ? 'Hej,' : `Hej ${first},`),
  stillForSale: ({ title }) => `Ja, ${title} är fortfarande till salu.`,
  demoForSale: ({ title }) => `Ja, ${title} är till salu. Det är en demobil.`,
  carForSale: ({ title, price, mileage }) => {
    if (price === null)
      return mileage === null ? `${title} är till salu just nu.` : `${title} är till salu och har gått ${mileage}.`;
    return mileage === null
      ? `${title} är till salu för ${price}.`
      : `${title} är till salu för ${price} och har gått ${mileage}.`;
  },
  carCosts: ({ title, price, mileage }) =>
    mileage === null
      ? `${title} kostar ${price} och är till salu just nu.`
      : `${title} kostar ${price}. Den har gått ${mileage} och är till salu just nu.`,
  reserved: ({ title }) => `${title} är reserverad just nu.`,
  sold: ({ title }) => `${title} är tyvärr såld.`,
  notInStock: (wanted) =>
    wanted === null
      ? 'Jag hittar inte just den bilen bland dem vi har inne just nu.'
      : `Jag hittar inte ${wanted} bland bilarna vi har inne just nu.`,
  nothingLikeIt: () => 'Precis det du söker hittar jag inte bland bilarna vi har inne just nu.',
  alternatives: (cars) => `Det närmaste vi har till salu är ${list(cars.map(carWithPrice))}.`,
  inStock: (cars) => `Bland bilarna vi har till salu just nu finns ${list(cars.map(carWithPrice))}.`,
  namedInStock: (cars) => `Vi har ${list(cars.map(carWithPrice))} till salu just nu.`,
  whichOfThem: () => 'Vilken av dem gäller det?',
  whichAlternative: (count) =>
    count === 1
      ? 'Vill du veta mer om den är det bara att svara här.'
      : 'Vill du veta mer om någon av dem är det bara att svara här.',
  tellUsWhatMatters: () =>
    'Skriv gärna vad som är viktigast för dig, till exempel pris, storlek och drivmedel, så har säljaren något att utgå från.',
  whichCar: () => 'Vilken bil gäller det?',
  priceAndMileage: ({ price, mileage }) => {
    if (price === null) return mileage === null ? null : `Den har gått ${mileage}.`;
    return mileage === null ? `Den kostar ${price}.` : `Den kostar ${price} och har gått ${mileage}.`;
  },
  priceIs: (price) => `Priset är ${price}.`,
  priceUnknown: () => 'Priset har jag inte tillgängligt här, men det kan en säljare svara på.',
  mileageIs: (mileage) => `Den har gått ${mileage}.`,
  mileageUnknown: () => 'Mätarställningen har jag inte tillgänglig här, men den kan en säljare svara på.',
  yearIs: (year) => `Årsmodellen är ${year}.`,
  fuelIs: (fuel) => `Drivmedlet är ${fuel} enligt våra uppgifter.`,
  colourIs: (colour) => `Färgen är ${colour} enligt våra uppgifter.`,
  listed: (items) => `${capitalize(list(items))} finns med på utrustningslistan.`,
  notListed: (items) =>
    `${capitalize(list(items))} står inte på utrustningslistan jag har, så det bör en säljare bekräfta.`,
  sellerKnows: (items) => `${capitalize(list(items))} har jag inga uppgifter om, men det kan en säljare svara på.`,
  noBargaining: () => 'Jag kan inte förhandla om priset, men en säljare kan ta det samtalet med dig.',
  wantsTestDrive: ({ title }, onlyToSee) => `Roligt att du vill ${onlyToSee ? 'titta på' : 'provköra'} ${title}.`,
  itIsForSale: ({ price, mileage }) => {
    const forSale = price === null ? 'Bilen är till salu' : `Bilen är till salu för ${price}`;
    return mileage === null ? `${forSale}.` : `${forSale} och har gått ${mileage}.`;
  },
  cannotReserve: () => 'Jag kan inte reservera bilen, men en säljare kan ta det med dig.',
  purchaseWithSeller: (dealership) =>
    `Själva köpet gör du upp med en säljare, och ditt meddelande ligger nu hos en säljare på ${dealership}.`,
  picturesAt: (address) => `Bilderna finns i annonsen: ${address}`,
  picturesBySeller: () => 'Fler bilder kan en säljare hjälpa dig med.',
  testDriveSuggest: () =>
    'Skriv gärna ett par tider som passar dig, så har säljaren det som behövs för att bestämma en tid.',
  testDriveDay: (day, hours) =>
    `På ${day} har vi öppet ${hours}, och själva klockslaget är det en säljare som bekräftar.`,
  closedDay: (day, week) =>
    week === '' ? `På ${day} har vi stängt.` : `På ${day} har vi stängt, men vi har öppet ${week}.`,
  tradeIn: (plateKnown) =>
    plateKnown
      ? 'Vad din bil är värd i inbyte behöver en säljare bedöma, så skicka gärna mätarställning och servicehistorik också.'
      : 'Vad din bil är värd i inbyte behöver en säljare bedöma, så skicka gärna registreringsnummer, mätarställning och servicehistorik.',
  finance: () =>
    'Månadskostnaden beror på kontantinsats och löptid, och det är banken som gör kreditprövningen. Skriv gärna vad du har tänkt dig, så har säljaren något att räkna på.',
  openingHours: (week) => `Vi har öppet ${week}.`,
  dayHours: (day, hours) => `På ${day} har vi öppet ${hours}.`,
  holidayHours: (week) => `I vanliga fall har vi öppet ${week}, men fråga en säljare om helgdagarna.`,
  openingHoursUnknown: (phone) =>
    phone === null
      ? 'Öppettiderna har jag inte tillgängliga här, men det kan en säljare svara på.'
      : `Öppettiderna har jag inte tillgängliga här, men fråga gärna på ${phone}.`,
  addressIs: (address) => `Adressen är ${address}.`,
  wantsToSell: () =>
    'Roligt att du tänker på oss när bilen ska säljas. Skicka gärna registreringsnummer, mätarställning och lite om skick och servicehistorik, så har en säljare det som behövs för att värdera den.',
  offerTestDrive: () => 'Vill du provköra den, svara gärna med ett par tider som passar.',
  sellerSeesIt: (dealership) => `En säljare på ${dealership} ser också ditt meddelande.`,
  withSeller: (dealership) => `Ditt meddelande ligger nu hos en säljare på ${dealership}.`,
  sellerAnswersRest: (dealership) =>
    `Det du frågar om behöver en säljare svara på, och ditt meddelande ligger nu hos en säljare på ${dealership}.`,
  callBack: (dealership, phoneKnown) =>
    phoneKnown
      ? `Ditt meddelande och ditt telefonnummer ligger nu hos en säljare på ${dealership}.`
      : `Ditt meddelande ligger nu hos en säljare på ${dealership}, så skicka gärna ditt telefonnummer här.`,
  inAHurry: (phone) => `Är det bråttom når du oss på ${phone}.`,
  welcome: () => 'Välkommen in till oss.',
  thanksForMessage: () => 'Tack för att du hörde av dig.',
  howCanWeHelp: () => 'Vad kan vi hjälpa dig med?',
  thanksForAnswer: (dealership) => `Tack för svaret. Ditt meddelande ligger nu hos en säljare på ${dealership}.`,
  receipt: (kind, { dealership, phone }) => {
    const opening = {
      human_requested: `Självklart. Ditt meddelande ligger nu hos en säljare på ${dealership}, så att du får prata med en människa.`,
      gdpr: `Tack för ditt meddelande. Frågor om personuppgifter hanteras av en människa, och ditt ärende ligger nu hos en ansvarig på ${dealership}.`,
      complaint: `Tack för att du säger till. Det här ska en människa svara på, och ditt meddelande ligger nu hos en ansvarig på ${dealership}.`,
      neutral: `Tack för ditt meddelande. Det här ska en människa svara på, och det ligger nu hos en ansvarig på ${dealership}.`,
    }[kind];
    return `${opening}${reach(phone)}`;
  },
  takeoverDisclosure: ({ assistant, dealership }) =>
    `Jag är ${assistant}, den digitala assistenten hos ${dealership}. En person tar över härifrån.`,
  shortTakeoverDisclosure: ({ assistant, dealership }) => `${assistant}, digital assistent hos ${dealership}.`,
  followUpFirst: ({ title, price }) =>
    price === null
      ? `Du frågade om ${title} för några dagar sedan. Den är fortfarande till salu.`
      : `Du frågade om ${title} för några dagar sedan. Den är fortfarande till salu för ${price}.`,
  followUpLater: ({ title, price, mileage }) => {
    const facts = [price === null ? null : `kostar ${price}`, mileage === null ? null : `har gått ${mileage}`];
    const known = facts.filter((fact) => fact !== null);
    const rest = known.length === 0 ? '' : known.length === 1 ? ` och ${known[0]}` : `, ${known.join(' och ')}`;
    return `Är ${title} fortfarande aktuell för dig? Den är till salu${rest}.`;
  },
  followUpReserved: ({ title }) => `${title}, som du frågade om, är reserverad just nu.`,
  followUpSold: ({ title }) => `${title}, som du frågade om, är tyvärr såld.`,
  followUpWithoutCar: (later) =>
    later
      ? 'Letar du fortfarande efter bil? Skriv gärna vad som är viktigast för dig, till exempel pris, storlek och drivmedel, så har säljaren något att utgå från.'
      : 'Du hörde av dig till oss för några dagar sedan. Har du fortfarande frågor är det bara att svara på det här meddelandet.',
  followUpAsk: (about) =>
    ({
      test_drive: 'Vill du fortfarande provköra, svara gärna med ett par tider som passar.',
      trade_in: 'Vill du få inbytesbilen bedömd räcker det att du svarar med registreringsnummer och mätarställning.',
      finance: 'Ska säljaren räkna på finansiering räcker det att du svarar med ungefärlig kontantinsats och löptid.',
      anything: 'Vill du veta mer om den eller provköra är det bara att svara här.',
      decided: 'Svara gärna, även om du har bestämt dig för något annat.',
    })[about],
  subject: {
    answer: (title) => `${title}: svar på din fråga`,
    thanks: (title, dealership) => `${title} hos ${dealership}`,
    testDrive: (title) => `Provkörning av ${title}`,
    sold: (title) => `${title} är såld, men vi har något liknande`,
    withoutCar: (dealership) => `Svar från ${dealership}`,
    receipt: () => 'Vi har fått ditt meddelande',
    followUpFirst: (title) => `Undrar du något mer om ${title}?`,
    followUpLater: (title) => `Är ${title} fortfarande aktuell?`,
    followUpWithoutCar: (dealership) => `En hälsning från ${dealership}`,
  },
};

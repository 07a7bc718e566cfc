import type { Language } from '../types.ts';
import { capitalize } from './capitalize.ts';
import { joinList } from './format-number.ts';
import { type Phrases, phrases } from './phrases.ts';

const unsaid = () => '';

/** What an assistant leaves to a salesperson is for the one who writes to say in their own words. */
const leftToWriter = {
  priceUnknown: unsaid,
  mileageUnknown: unsaid,
  sellerKnows: unsaid,
  noBargaining: unsaid,
  cannotReserve: unsaid,
  purchaseWithSeller: unsaid,
  picturesBySeller: unsaid,
  openingHoursUnknown: unsaid,
  sellerSeesIt: unsaid,
  withSeller: unsaid,
  sellerAnswersRest: unsaid,
} satisfies Partial<Phrases>;

type InPerson = Pick<
  Phrases,
  | 'tellUsWhatMatters'
  | 'notListed'
  | 'testDriveSuggest'
  | 'testDriveDay'
  | 'tradeIn'
  | 'finance'
  | 'holidayHours'
  | 'wantsToSell'
  | 'callBack'
  | 'thanksForAnswer'
  | 'followUpWithoutCar'
  | 'followUpAsk'
>;

const norwegian: InPerson = {
  tellUsWhatMatters: () =>
    'Skriv gjerne hva som er viktigst for deg, som pris, størrelse og drivstoff, så har jeg noe å gå ut fra.',
  notListed: (items) => `${capitalize(joinList(items, 'og'))} står ikke på utstyrslisten.`,
  testDriveSuggest: () => 'Hvilke tidspunkter passer for deg?',
  testDriveDay: (day, hours) => `${capitalize(day)} har vi åpent ${hours}. Hvilket tidspunkt passer for deg?`,
  tradeIn: (plateKnown) =>
    `For å vurdere bilen din i innbytte trenger jeg ${plateKnown ? '' : 'registreringsnummer, '}kilometerstand og servicehistorikk.`,
  finance: () =>
    'Månedsbeløpet avhenger av egenkapital og nedbetalingstid, og det er banken som gjør kredittvurderingen. Skriv gjerne hva du tenker deg, så har jeg noe å regne på.',
  holidayHours: (week) => `Til vanlig har vi åpent ${week}.`,
  wantsToSell: () =>
    'Fint at du tenker på oss når bilen skal selges. Send gjerne registreringsnummer, kilometerstand og litt om tilstand og servicehistorikk, så har jeg det som trengs for å vurdere den.',
  callBack: (_dealership, phoneKnown) =>
    phoneKnown ? 'Når passer det å ta en telefon?' : 'Hvilket nummer treffer jeg deg på?',
  thanksForAnswer: () => 'Takk for svaret.',
  followUpWithoutCar: (later) =>
    later
      ? `Er du fortsatt på utkikk etter bil? ${norwegian.tellUsWhatMatters()}`
      : phrases.nb.followUpWithoutCar(later),
  followUpAsk: (about) =>
    about === 'finance'
      ? 'Skal jeg regne på finansiering, holder det at du svarer med omtrent egenkapital og nedbetalingstid.'
      : phrases.nb.followUpAsk(about),
};

const english: InPerson = {
  tellUsWhatMatters: () =>
    'Tell me what matters most to you, such as price, size and fuel, so that I have something to go on.',
  notListed: (items) =>
    `${capitalize(joinList(items, 'and'))} ${items.length > 1 ? 'are' : 'is'} not on the equipment list.`,
  testDriveSuggest: () => 'Which times would suit you?',
  testDriveDay: (day, hours) => `On ${day} we are open ${hours}. What time would suit you?`,
  tradeIn: (plateKnown) =>
    `To look at your car as a trade-in I need its ${plateKnown ? '' : 'registration number, '}mileage and service history.`,
  finance: () =>
    'The monthly cost depends on the down payment and the term, and the bank does the credit check. Tell me what you have in mind, so that I have something to work with.',
  holidayHours: (week) => `We are normally open ${week}.`,
  wantsToSell: () =>
    'Good of you to think of us for your car. Send the registration number, mileage and a little about its condition and service history, so that I have what is needed to look at it.',
  callBack: (_dealership, phoneKnown) =>
    phoneKnown ? 'When would be a good time to talk on the phone?' : 'Which number can you be reached on?',
  thanksForAnswer: () => 'Thank you for your reply.',
  followUpWithoutCar: (later) =>
    later ? `Are you still looking for a car? ${english.tellUsWhatMatters()}` : phrases.en.followUpWithoutCar(later),
  followUpAsk: (about) =>
    about === 'finance'
      ? 'If I should work out the financing, a rough down payment and term are all I need.'
      : phrases.en.followUpAsk(about),
};

const swedish: InPerson = {
  tellUsWhatMatters: () =>
    'Skriv gärna vad som är viktigast för dig, till exempel pris, storlek och drivmedel, så har jag något att utgå från.',
  notListed: (items) => `${capitalize(joinList(items, 'och'))} står inte på utrustningslistan.`,
  testDriveSuggest: () => 'Vilka tider passar dig?',
  testDriveDay: (day, hours) => `På ${day} har vi öppet ${hours}. Vilken tid passar dig?`,
  tradeIn: (plateKnown) =>
    `För att bedöma din bil i inbyte behöver jag ${plateKnown ? '' : 'registreringsnummer, '}mätarställning och servicehistorik.`,
  finance: () =>
    'Månadskostnaden beror på kontantinsats och löptid, och det är banken som gör kreditprövningen. Skriv gärna vad du har tänkt dig, så har jag något att räkna på.',
  holidayHours: (week) => `I vanliga fall har vi öppet ${week}.`,
  wantsToSell: () =>
    'Roligt att du tänker på oss när bilen ska säljas. Skicka gärna registreringsnummer, mätarställning och lite om skick och servicehistorik, så har jag det som behövs för att värdera den.',
  callBack: (_dealership, phoneKnown) =>
    phoneKnown ? 'När passar det att prata i telefon?' : 'Vilket nummer når jag dig på?',
  thanksForAnswer: () => 'Tack för svaret.',
  followUpWithoutCar: (later) =>
    later ? `Letar du fortfarande efter bil? ${swedish.tellUsWhatMatters()}` : phrases.sv.followUpWithoutCar(later),
  followUpAsk: (about) =>
    about === 'finance'
      ? 'Ska jag räkna på finansiering räcker det att du svarar med ungefärlig kontantinsats och löptid.'
      : phrases.sv.followUpAsk(about),
};

const danish: InPerson = {
  tellUsWhatMatters: () =>
    'Skriv gerne, hvad der er vigtigst for dig, for eksempel pris, størrelse og drivmiddel, så har jeg noget at gå ud fra.',
  notListed: (items) => `${capitalize(joinList(items, 'og'))} står ikke på udstyrslisten.`,
  testDriveSuggest: () => 'Hvilke tidspunkter passer dig?',
  testDriveDay: (day, hours) => `${capitalize(day)} har vi åbent ${hours}. Hvilket tidspunkt passer dig?`,
  tradeIn: (plateKnown) =>
    `For at vurdere din bil i bytte skal jeg bruge ${plateKnown ? '' : 'registreringsnummer, '}kilometertal og servicehistorik.`,
  finance: () =>
    'Den månedlige ydelse afhænger af udbetaling og løbetid, og det er banken, der foretager kreditvurderingen. Skriv gerne, hvad du har tænkt dig, så har jeg noget at regne på.',
  holidayHours: (week) => `Normalt har vi åbent ${week}.`,
  wantsToSell: () =>
    'Godt, at du tænker på os, når bilen skal sælges. Send gerne registreringsnummer, kilometertal og lidt om stand og servicehistorik, så har jeg det, der skal til for at vurdere den.',
  callBack: (_dealership, phoneKnown) =>
    phoneKnown ? 'Hvornår passer det at tale i telefon?' : 'Hvilket nummer kan jeg træffe dig på?',
  thanksForAnswer: () => 'Tak for svaret.',
  followUpWithoutCar: (later) =>
    later ? `Leder du stadig efter en bil? ${danish.tellUsWhatMatters()}` : phrases.da.followUpWithoutCar(later),
  followUpAsk: (about) =>
    about === 'finance'
      ? 'Skal jeg regne på finansiering, er det nok at svare med omtrentlig udbetaling og løbetid.'
      : phrases.da.followUpAsk(about),
};

const german: InPerson = {
  tellUsWhatMatters: () =>
    'Schreiben Sie mir gern, worauf es Ihnen ankommt, zum Beispiel Preis, Größe und Antrieb, damit ich einen Anhaltspunkt habe.',
  notListed: (items) =>
    `Nicht auf der Ausstattungsliste ${items.length > 1 ? 'stehen' : 'steht'} ${joinList(items, 'und')}.`,
  testDriveSuggest: () => 'Welche Zeiten passen Ihnen?',
  testDriveDay: (day, hours) => `Am ${day} haben wir ${hours} geöffnet. Welche Uhrzeit passt Ihnen?`,
  tradeIn: (plateKnown) =>
    `Um Ihren Wagen für eine Inzahlungnahme zu beurteilen, brauche ich ${plateKnown ? '' : 'Kennzeichen, '}Kilometerstand und Servicehistorie.`,
  finance: () =>
    'Die Monatsrate hängt von Anzahlung und Laufzeit ab, und die Bonität prüft die Bank. Schreiben Sie mir gern, was Sie sich vorstellen, damit ich etwas zum Rechnen habe.',
  holidayHours: (week) => `Normalerweise haben wir ${week} geöffnet.`,
  wantsToSell: () =>
    'Schön, dass Sie beim Verkauf Ihres Wagens an uns denken. Schicken Sie mir gern Kennzeichen, Kilometerstand und ein paar Worte zu Zustand und Servicehistorie, damit ich ihn beurteilen kann.',
  callBack: (_dealership, phoneKnown) =>
    phoneKnown ? 'Wann passt es Ihnen am Telefon?' : 'Unter welcher Nummer erreiche ich Sie?',
  thanksForAnswer: () => 'Vielen Dank für Ihre Antwort.',
  followUpWithoutCar: (later) =>
    later ? `Suchen Sie noch einen Wagen? ${german.tellUsWhatMatters()}` : phrases.de.followUpWithoutCar(later),
  followUpAsk: (about) =>
    about === 'finance'
      ? 'Wenn ich eine Finanzierung rechnen soll, genügen ungefähre Anzahlung und Laufzeit.'
      : phrases.de.followUpAsk(about),
};

/** The sentences of each language as a salesperson says them who sends the text; an empty one is not said. */
export const personPhrases: Readonly<Record<Language, Phrases>> = {
  nb: { ...phrases.nb, ...leftToWriter, ...norwegian },
  en: { ...phrases.en, ...leftToWriter, ...english },
  sv: { ...phrases.sv, ...leftToWriter, ...swedish },
  da: { ...phrases.da, ...leftToWriter, ...danish },
  de: { ...phrases.de, ...leftToWriter, ...german },
};

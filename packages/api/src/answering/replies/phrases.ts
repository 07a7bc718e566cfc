import type { Language } from '../types.ts';
import { danishPhrases } from './danish-phrases.ts';
import { englishPhrases } from './english-phrases.ts';
import type { GreetedName } from './first-name.ts';
import { germanPhrases } from './german-phrases.ts';
import { norwegianPhrases } from './norwegian-phrases.ts';
import { swedishPhrases } from './swedish-phrases.ts';

/** A car in words: `price` and `mileage` are formatted, null where stock does not know them. */
export interface CarWords {
  title: string;
  price: string | null;
  mileage: string | null;
}

export interface PersonWords {
  dealership: string;
  assistant: string;
  phone: string | null;
}

export type Receipt = 'human_requested' | 'gdpr' | 'complaint' | 'neutral';

/** Every sentence the templates can say in one language; an empty one is not said. */
export interface Phrases {
  greeting(name: GreetedName): string;
  // Where the car stands.
  stillForSale(car: CarWords): string;
  demoForSale(car: CarWords): string;
  carForSale(car: CarWords): string;
  carCosts(car: CarWords): string;
  reserved(car: CarWords): string;
  sold(car: CarWords): string;
  notInStock(wanted: string | null): string;
  nothingLikeIt(): string;
  alternatives(cars: CarWords[]): string;
  inStock(cars: CarWords[]): string;
  namedInStock(cars: CarWords[]): string;
  whichOfThem(): string;
  whichAlternative(count: number): string;
  tellUsWhatMatters(): string;
  whichCar(): string;
  // Answers.
  priceAndMileage(car: CarWords): string | null;
  priceIs(price: string): string;
  priceUnknown(): string;
  mileageIs(mileage: string): string;
  mileageUnknown(): string;
  yearIs(year: number): string;
  fuelIs(fuel: string): string;
  colourIs(colour: string): string;
  listed(items: string[]): string;
  notListed(items: string[]): string;
  sellerKnows(items: string[]): string;
  noBargaining(): string;
  cannotReserve(): string;
  purchaseWithSeller(dealership: string): string;
  picturesAt(address: string): string;
  picturesBySeller(): string;
  wantsTestDrive(car: CarWords, onlyToSee: boolean): string;
  itIsForSale(car: CarWords): string;
  testDriveSuggest(): string;
  testDriveDay(day: string, hours: string): string;
  closedDay(day: string, week: string): string;
  tradeIn(plateKnown: boolean): string;
  finance(): string;
  openingHours(week: string): string;
  dayHours(day: string, hours: string): string;
  holidayHours(week: string): string;
  openingHoursUnknown(phone: string | null): string;
  addressIs(address: string): string;
  wantsToSell(): string;
  // Endings.
  offerTestDrive(): string;
  sellerSeesIt(dealership: string): string;
  withSeller(dealership: string): string;
  sellerAnswersRest(dealership: string): string;
  callBack(dealership: string, phoneKnown: boolean): string;
  inAHurry(phone: string): string;
  welcome(): string;
  thanksForMessage(): string;
  howCanWeHelp(): string;
  thanksForAnswer(dealership: string): string;
  // A person takes over.
  receipt(kind: Receipt, words: PersonWords): string;
  takeoverDisclosure(words: PersonWords): string;
  shortTakeoverDisclosure(words: PersonWords): string;
  // Following up.
  followUpFirst(car: CarWords): string;
  followUpLater(car: CarWords): string;
  followUpReserved(car: CarWords): string;
  followUpSold(car: CarWords): string;
  followUpWithoutCar(later: boolean): string;
  followUpAsk(about: 'test_drive' | 'trade_in' | 'finance' | 'anything' | 'decided'): string;
  subject: SubjectPhrases;
}

export interface SubjectPhrases {
  answer(title: string): string;
  thanks(title: string, dealership: string): string;
  testDrive(title: string): string;
  sold(title: string): string;
  withoutCar(dealership: string): string;
  receipt(): string;
  followUpFirst(title: string): string;
  followUpLater(title: string): string;
  followUpWithoutCar(dealership: string): string;
}

/** The sentences of each language. */
export const phrases: Readonly<Record<Language, Phrases>> = {
  nb: norwegianPhrases,
  en: englishPhrases,
  sv: swedishPhrases,
  da: danishPhrases,
  de: germanPhrases,
};

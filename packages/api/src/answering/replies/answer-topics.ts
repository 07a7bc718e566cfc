import { weekdays } from '../../lib/weekdays.ts';
import { describeDay, describeOpeningHours } from './describe-opening-hours.ts';
import type { EquipmentTopic } from './details.ts';
import type { ReplyContext } from './reply-context.ts';
import { translateValue } from './translate-value.ts';
import { dayNames, requestedDay } from './weekdays.ts';

function nameDay(context: ReplyContext): { day: string; hours: string } | null {
  if (context.topics.holiday) return null;
  const { dealership, now } = context.request;
  const day = requestedDay(context.text, now, dealership.timeZone);
  if (day === null || dealership.openingHours.length === 0) return null;
  return {
    day: dayNames[context.language][weekdays.indexOf(day)] ?? day,
    hours: describeDay(dealership.openingHours, day, context.language),
  };
}

function week(context: ReplyContext): string {
  return describeOpeningHours(context.request.dealership.openingHours, context.language);
}

function answerTestDrive(context: ReplyContext): string {
  const day = nameDay(context);
  if (day === null) return context.phrases.testDriveSuggest();
  return day.hours === ''
    ? context.phrases.closedDay(day.day, week(context))
    : context.phrases.testDriveDay(day.day, day.hours);
}

function answerOpeningHours(context: ReplyContext): string {
  const hours = week(context);
  if (hours === '') return context.phrases.openingHoursUnknown(context.person.phone);
  if (context.topics.holiday) return context.phrases.holidayHours(hours);
  const day = nameDay(context);
  if (day === null) return context.phrases.openingHours(hours);
  return day.hours === '' ? context.phrases.closedDay(day.day, hours) : context.phrases.dayHours(day.day, day.hours);
}

function names(topics: EquipmentTopic[], context: ReplyContext): string[] {
  return topics.map((topic) => topic[context.language]);
}

function answerCarDetails(context: ReplyContext): string[] {
  const { topics, phrases, language } = context;
  const vehicle = context.request.vehicle;
  if (vehicle === null) return [];
  const sentences: string[] = [];
  if (topics.mileage && vehicle.mileage === null) sentences.push(phrases.mileageUnknown());
  if (topics.year && vehicle.year !== null) sentences.push(phrases.yearIs(vehicle.year));
  if (topics.fuel && vehicle.fuel !== null) sentences.push(phrases.fuelIs(translateValue(vehicle.fuel, language)));
  if (topics.colour && vehicle.colour !== null)
    sentences.push(phrases.colourIs(translateValue(vehicle.colour, language)));
  if (topics.equipmentPresent.length > 0) sentences.push(phrases.listed(names(topics.equipmentPresent, context)));
  if (topics.equipmentMissing.length > 0) sentences.push(phrases.notListed(names(topics.equipmentMissing, context)));
  if (topics.unknown.length > 0) sentences.push(phrases.sellerKnows(names(topics.unknown.slice(0, 3), context)));
  if (topics.pictures)
    sentences.push(vehicle.listingUrl === null ? phrases.picturesBySeller() : phrases.picturesAt(vehicle.listingUrl));
  return sentences;
}

/** One sentence for each thing the customer asked beyond the car's availability and price, most wanted first. */
export function answerTopics(context: ReplyContext): string[] {
  const { topics, phrases, request } = context;
  const sold = request.vehicle?.status === 'sold';
  const sentences: string[] = [];
  if (topics.callBack)
    sentences.push(phrases.callBack(context.person.dealership, request.understanding.extracted.phone !== null));
  if (topics.negotiation && !sold) sentences.push(phrases.noBargaining());
  if (!sold && topics.reservation) sentences.push(phrases.cannotReserve());
  else if (!sold && topics.purchase) sentences.push(phrases.purchaseWithSeller(context.person.dealership));
  if (!sold) sentences.push(...answerCarDetails(context));
  if (topics.testDrive && !sold && request.vehicle?.status !== 'reserved') sentences.push(answerTestDrive(context));
  if (topics.tradeIn) {
    const plateKnown = /[A-Z]{2} \d{4,5}/.test(request.understanding.qualification.tradeIn ?? '');
    sentences.push(phrases.tradeIn(plateKnown));
  }
  if (topics.sell) sentences.push(phrases.wantsToSell());
  if (topics.finance) sentences.push(phrases.finance());
  if (topics.openingHours && (topics.asksWhen || !topics.address)) sentences.push(answerOpeningHours(context));
  const address = request.dealership.contact.address;
  if (topics.address && address !== null) sentences.push(phrases.addressIs(address));
  return sentences;
}

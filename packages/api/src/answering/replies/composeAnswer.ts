import { splitSentences } from '../text/splitSentences.ts';
import { answerTopics } from './answerTopics.ts';
import type { CarWords } from './phrases.ts';
import type { ReplyContext } from './replyContext.ts';

const shortMessage = 40;

function openForSale(context: ReplyContext, car: CarWords): string[] {
  const { topics, phrases, request, answeredBefore } = context;
  if (topics.availability) {
    const opening = request.vehicle?.status === 'demo' ? phrases.demoForSale(car) : phrases.stillForSale(car);
    const details = phrases.priceAndMileage(car);
    return [
      opening,
      ...(details === null ? [] : [details]),
      ...(topics.price && car.price === null ? [phrases.priceUnknown()] : []),
    ];
  }
  if (topics.price)
    return car.price === null ? [phrases.carForSale(car), phrases.priceUnknown()] : [phrases.carCosts(car)];
  if (topics.mileage && car.mileage !== null && answeredBefore) return [phrases.mileageIs(car.mileage)];
  // Later in a conversation the car needs no second introduction.
  return answeredBefore ? [] : [phrases.carForSale(car)];
}

function offerAlternatives(context: ReplyContext): string[] {
  const { alternatives, phrases } = context;
  if (alternatives.length === 0) return [phrases.tellUsWhatMatters()];
  return [phrases.alternatives(alternatives), phrases.whichAlternative(alternatives.length)];
}

function openWithCar(context: ReplyContext, car: CarWords): string[] {
  const { phrases, request, topics } = context;
  if (request.vehicle?.status === 'sold') return [phrases.sold(car), ...offerAlternatives(context)];
  if (request.vehicle?.status === 'reserved') {
    const price = topics.price && car.price !== null ? [phrases.priceIs(car.price)] : [];
    return [phrases.reserved(car), ...price, ...(context.alternatives.length > 0 ? offerAlternatives(context) : [])];
  }
  return openForSale(context, car);
}

function openWithoutCar(context: ReplyContext): string[] {
  const { phrases, topics, missingCar, alternatives, request } = context;
  if (missingCar !== null) return [phrases.notInStock(missingCar.name), ...offerAlternatives(context)];
  if (topics.sell) return [];
  const wantsCar = topics.availability || request.understanding.intents.includes('buy');
  if (wantsCar && alternatives.length > 0)
    return [phrases.inStock(alternatives), phrases.whichAlternative(alternatives.length)];
  if (topics.price || topics.testDrive || topics.availability) return [phrases.thanksForMessage(), phrases.whichCar()];
  if (topics.openingHours || topics.address) return [];
  const saysLittle = context.text.length < shortMessage && request.understanding.intents[0] === 'general';
  return saysLittle && !topics.unrecognisedQuestion && !context.answeredBefore
    ? [phrases.thanksForMessage(), phrases.howCanWeHelp()]
    : [phrases.thanksForMessage()];
}

function close(context: ReplyContext, said: number): string[] {
  const { phrases, request, topics, person } = context;
  const forSale =
    request.vehicle !== null && request.vehicle.status !== 'sold' && request.vehicle.status !== 'reserved';
  if (topics.unrecognisedQuestion) return [phrases.sellerAnswersRest(person.dealership)];
  if (request.understanding.urgency === 'now' && person.phone !== null) return [phrases.inAHurry(person.phone)];
  if (forSale && !topics.testDrive && !topics.sell && said < 4) return [phrases.offerTestDrive()];
  return [phrases.sellerSeesIt(person.dealership)];
}

const mostSentences = 4;

/** The sentences that answer an enquiry, most important first: where the car stands, what was asked, one next step. */
export function composeAnswer(context: ReplyContext): string[] {
  const opening = context.car === null ? openWithoutCar(context) : openWithCar(context, context.car);
  const room = Math.max(1, mostSentences - opening.length);
  const said = [...opening, ...answerTopics(context).flatMap(splitSentences).slice(0, room)];
  if (said.length === 0) return [context.phrases.thanksForAnswer(context.person.dealership)];
  return said.length >= mostSentences ? said : [...said, ...close(context, said.length)];
}

import { splitSentences } from '../text/split-sentences.ts';
import { answerTopics } from './answer-topics.ts';
import { questionIn } from './apply-style.ts';
import type { CarWords } from './phrases.ts';
import type { ReplyContext } from './reply-context.ts';

/** Sentences around the answers: where the car stands before them, or after them when it was not the question. */
interface Frame {
  before: string[];
  after: string[];
}

const mostSentences = 4;

function opening(...sentences: (string | null)[]): Frame {
  return { before: sentences.filter((sentence) => sentence !== null), after: [] };
}

function openForSale(context: ReplyContext, car: CarWords): Frame {
  const { topics, phrases, request, answeredBefore } = context;
  if (topics.availability) {
    const status = request.vehicle?.status === 'demo' ? phrases.demoForSale(car) : phrases.stillForSale(car);
    const missingPrice = topics.price && car.price === null ? phrases.priceUnknown() : null;
    return opening(status, phrases.priceAndMileage(car), missingPrice);
  }
  if (topics.price) {
    return car.price === null
      ? opening(phrases.carForSale(car), phrases.priceUnknown())
      : opening(phrases.carCosts(car));
  }
  if (topics.mileage && car.mileage !== null && answeredBefore) return opening(phrases.mileageIs(car.mileage));
  // Later in a conversation the car needs no second introduction.
  if (answeredBefore) return opening();
  if (topics.testDrive)
    return { before: [phrases.wantsTestDrive(car, topics.onlyToSee)], after: [phrases.itIsForSale(car)] };
  return opening(phrases.carForSale(car));
}

function offerAlternatives({ alternatives, phrases }: ReplyContext): string[] {
  if (alternatives.length === 0) return [phrases.tellUsWhatMatters()];
  return [phrases.alternatives(alternatives), phrases.whichAlternative(alternatives.length)];
}

function openWithCar(context: ReplyContext, car: CarWords): Frame {
  const { phrases, request, topics } = context;
  if (request.vehicle?.status === 'sold') return opening(phrases.sold(car), ...offerAlternatives(context));
  if (request.vehicle?.status === 'reserved') {
    const price = topics.price && car.price !== null ? phrases.priceIs(car.price) : null;
    // Answers about the reserved car come first, or they would seem to be about the others.
    const others = context.alternatives.length > 0 ? offerAlternatives(context) : [];
    return { before: opening(phrases.reserved(car), price).before, after: others };
  }
  return openForSale(context, car);
}

function openWithoutCar(context: ReplyContext): Frame {
  const { phrases, topics, namedCars, missingCar, alternatives, request } = context;
  if (namedCars.length > 0)
    return {
      before: [phrases.namedInStock(namedCars)],
      after: namedCars.length > 1 && !topics.unrecognisedQuestion ? [phrases.whichOfThem()] : [],
    };
  if (missingCar !== null) return opening(phrases.notInStock(missingCar.name), ...offerAlternatives(context));
  if (topics.sell) return opening();
  if (context.wish === 'unmet' && alternatives.length > 0)
    return opening(phrases.nothingLikeIt(), ...offerAlternatives(context));
  const wantsCar = topics.availability || context.wish === 'met' || request.understanding.intents.includes('buy');
  if (wantsCar && alternatives.length > 0)
    return opening(phrases.inStock(alternatives), phrases.whichAlternative(alternatives.length));
  if (wantsCar && !topics.availability) return opening(phrases.thanksForMessage(), phrases.tellUsWhatMatters());
  if (topics.price || topics.testDrive || topics.availability)
    return opening(phrases.thanksForMessage(), phrases.whichCar());
  return openGeneral(context);
}

function openGeneral({ phrases, topics, answeredBefore, request }: ReplyContext): Frame {
  if (topics.openingHours || topics.address || answeredBefore) return opening();
  const saysNothing = request.understanding.intents[0] === 'general' && !topics.callBack;
  const onlyGreets = saysNothing && !topics.unrecognisedQuestion && !topics.unrecognisedStatement;
  return opening(phrases.thanksForMessage(), onlyGreets ? phrases.howCanWeHelp() : null);
}

function close(context: ReplyContext, said: number): string {
  const { phrases, request, topics, person } = context;
  const status = request.vehicle?.status;
  const { urgency } = request.understanding;
  if (topics.unrecognisedQuestion) return phrases.sellerAnswersRest(person.dealership);
  const question = questionIn(request.style, context.language);
  if (question !== null) return question;
  const hurries = urgency === 'now' || (urgency === 'today' && !topics.testDrive);
  if (hurries && person.phone !== null) return phrases.inAHurry(person.phone);
  if (topics.unrecognisedStatement) return phrases.withSeller(person.dealership);
  if ((topics.openingHours || topics.address) && request.vehicle === null) return phrases.welcome();
  const canBeTried = status === 'available' || status === 'demo';
  const wantsMore = topics.testDrive || topics.sell || topics.purchase;
  if (canBeTried && !wantsMore && said < mostSentences) return phrases.offerTestDrive();
  return phrases.sellerSeesIt(person.dealership);
}

/** The sentences that answer an enquiry, most important first: where the car stands, what was asked, one next step. */
export function composeAnswer(context: ReplyContext): string[] {
  const frame = context.car === null ? openWithoutCar(context) : openWithCar(context, context.car);
  const before = frame.before.flatMap(splitSentences);
  const quoted = context.quote?.sentences ?? [];
  // What was asked is answered whole: a quote counts as one sentence, however many it has.
  const most = mostSentences + Math.max(0, quoted.length - 1);
  const room = Math.max(1, most - before.length);
  const answers = [...quoted, ...answerTopics(context).flatMap(splitSentences)];
  const said = [...before, ...answers.slice(0, room), ...frame.after];
  if (said.length === 0) {
    const question = questionIn(context.request.style, context.language);
    return [context.phrases.thanksForAnswer(context.person.dealership), ...(question === null ? [] : [question])];
  }
  const sentences = said.length >= most ? said.slice(0, most) : [...said, close(context, said.length)];
  return sentences.filter((sentence) => sentence !== '');
}

import { capitalize } from './capitalize.ts';
import { joinList } from './format-number.ts';
import type { CarWords, Phrases } from './phrases.ts';

function carWithPrice({ title, price, mileage }: CarWords): string {
  const cost = price === null ? `the ${title}` : `the ${title} at ${price}`;
  return mileage === null ? cost : `${cost} (${mileage})`;
}

function list(items: string[]): string {
  return joinList(items, 'and');
}

function areOrIs(items: string[]): string {
  return items.length > 1 ? 'are' : 'is';
}

function reach(phone: string | null): string {
  return phone === null ? '' : ` You can also reach us on ${phone}.`;
}

/** English for customers in the Nordic countries: plain, friendly, no idioms that need a native ear. */
export const englishPhrases: Phrases = {
  greeting: ({ first }) => (first === null ? 'Hi,' : `Hi ${first},`),
  stillForSale: ({ title }) => `Yes, the ${title} is still for sale.`,
  demoForSale: ({ title }) => `Yes, the ${title} is for sale. It is a demo car.`,
  carForSale: ({ title, price, mileage }) => {
    if (price === null)
      return mileage === null
        ? `The ${title} is for sale right now.`
        : `The ${title} is for sale and has done ${mileage}.`;
    return mileage === null
      ? `The ${title} is for sale at ${price}.`
      : `The ${title} is for sale at ${price} and has done ${mileage}.`;
  },
  carCosts: ({ title, price, mileage }) =>
    mileage === null
      ? `The ${title} costs ${price} and is for sale right now.`
      : `The ${title} costs ${price}. It has done ${mileage} and is for sale right now.`,
  reserved: ({ title }) => `The ${title} is reserved at the moment.`,
  sold: ({ title }) => `I'm sorry, the ${title} has been sold.`,
  notInStock: (wanted) =>
    wanted === null
      ? "I can't find that exact car among the ones we have in stock right now."
      : `I can't find the ${wanted} among the cars we have in stock right now.`,
  nothingLikeIt: () => "I can't find exactly what you describe among the cars I see right now.",
  alternatives: (cars) =>
    `The closest we have for sale ${cars.length > 1 ? 'are' : 'is'} ${list(cars.map(carWithPrice))}.`,
  inStock: (cars) =>
    `Among the cars we have for sale right now ${cars.length > 1 ? 'are' : 'is'} ${list(cars.map(carWithPrice))}.`,
  namedInStock: (cars) => `We have ${list(cars.map(carWithPrice))} for sale right now.`,
  whichOfThem: () => 'Which of them is it about?',
  whichAlternative: (count) =>
    count === 1
      ? 'If you would like to know more about it, just reply here.'
      : 'If you would like to know more about one of them, just reply here.',
  tellUsWhatMatters: () =>
    'Tell us what matters most to you, such as price, size and fuel, so that our salesperson has something to go on.',
  whichCar: () => 'Which car is it about?',
  priceAndMileage: ({ price, mileage }) => {
    if (price === null) return mileage === null ? null : `It has done ${mileage}.`;
    return mileage === null ? `It costs ${price}.` : `It costs ${price} and has done ${mileage}.`;
  },
  priceIs: (price) => `The price is ${price}.`,
  priceUnknown: () => "I don't have the price here, but a salesperson can tell you.",
  mileageIs: (mileage) => `It has done ${mileage}.`,
  mileageUnknown: () => "I don't have the mileage here, but a salesperson can tell you.",
  yearIs: (year) => `It is a ${year} model.`,
  fuelIs: (fuel) => `The fuel is listed as ${fuel}.`,
  colourIs: (colour) => `The colour is listed as ${colour}.`,
  listed: (items) => `${capitalize(list(items))} ${areOrIs(items)} on the equipment list.`,
  notListed: (items) =>
    `${capitalize(list(items))} ${areOrIs(items)} not on the equipment list I have, so please check that with a salesperson.`,
  sellerKnows: (items) => `I have no information about ${list(items)}, but a salesperson can answer that.`,
  noBargaining: () => "I can't negotiate the price, but a salesperson can have that talk with you.",
  wantsTestDrive: ({ title }, onlyToSee) =>
    `Good to hear that you would like to ${onlyToSee ? 'see' : 'try'} the ${title}.`,
  itIsForSale: ({ price, mileage }) => {
    const forSale = price === null ? 'The car is for sale' : `The car is for sale at ${price}`;
    return mileage === null ? `${forSale}.` : `${forSale} and has done ${mileage}.`;
  },
  cannotReserve: () => "I can't reserve the car, but a salesperson can take that up with you.",
  purchaseWithSeller: (dealership) =>
    `The purchase is agreed with a salesperson, and your enquiry is now with one at ${dealership}.`,
  picturesAt: (address) => `The pictures are in the listing: ${address}`,
  picturesBySeller: () => 'More pictures are something a salesperson can help you with.',
  testDriveSuggest: () =>
    'Send us a couple of times that suit you, so that our salesperson has what is needed to arrange a test drive.',
  testDriveDay: (day, hours) => `On ${day} we are open ${hours}, and the exact time is for a salesperson to confirm.`,
  closedDay: (day, week) => (week === '' ? `We are closed on ${day}.` : `We are closed on ${day}, but open ${week}.`),
  tradeIn: (plateKnown) =>
    plateKnown
      ? 'What your car is worth as a trade-in is for a salesperson to judge, so please send its mileage and service history too.'
      : 'What your car is worth as a trade-in is for a salesperson to judge, so please send its registration number, mileage and service history.',
  finance: () =>
    'The monthly cost depends on the down payment and the term, and the bank does the credit check. Tell us what you have in mind, so that our salesperson has something to work with.',
  openingHours: (week) => `We are open ${week}.`,
  dayHours: (day, hours) => `On ${day} we are open ${hours}.`,
  holidayHours: (week) => `We are normally open ${week}, but please ask a salesperson about public holidays.`,
  openingHoursUnknown: (phone) =>
    phone === null
      ? "I don't have the opening hours here, but a salesperson can tell you."
      : `I don't have the opening hours here, but you can ask on ${phone}.`,
  addressIs: (address) => `The address is ${address}.`,
  wantsToSell: () =>
    'Good of you to think of us for your car. Send the registration number, mileage and a little about its condition and service history, so that a salesperson has what is needed to look at it.',
  offerTestDrive: () => 'If you would like a test drive, reply with a couple of times that suit you.',
  sellerSeesIt: (dealership) => `A salesperson at ${dealership} sees your enquiry too.`,
  withSeller: (dealership) => `Your message is now with a salesperson at ${dealership}.`,
  sellerAnswersRest: (dealership) =>
    `Your question is one for a salesperson, and your enquiry is now with one at ${dealership}.`,
  callBack: (dealership, phoneKnown) =>
    phoneKnown
      ? `Your enquiry and phone number are now with a salesperson at ${dealership}.`
      : `Your enquiry is now with a salesperson at ${dealership}, so feel free to send your phone number here.`,
  inAHurry: (phone) => `If it is urgent, you can reach us on ${phone}.`,
  welcome: () => 'You are welcome to drop by.',
  thanksForMessage: () => 'Thank you for getting in touch.',
  howCanWeHelp: () => 'What can we help you with?',
  thanksForAnswer: (dealership) => `Thank you for your reply. Your message is now with a salesperson at ${dealership}.`,
  receipt: (kind, { dealership, phone }) => {
    const opening = {
      human_requested: `Of course. Your enquiry is now with a salesperson at ${dealership}, so that you can speak to a person.`,
      gdpr: `Thank you for your message. Questions about personal data are handled by a person, and yours is now with the one responsible at ${dealership}.`,
      complaint: `Thank you for telling us. This is for a person to answer, and your message is now with the one responsible at ${dealership}.`,
      neutral: `Thank you for your message. This is for a person to answer, and it is now with the one responsible at ${dealership}.`,
    }[kind];
    return `${opening}${reach(phone)}`;
  },
  takeoverDisclosure: ({ assistant, dealership }) =>
    `I'm ${assistant}, the digital assistant at ${dealership}. A person takes over from here.`,
  shortTakeoverDisclosure: ({ assistant, dealership }) => `${assistant}, digital assistant at ${dealership}.`,
  followUpFirst: ({ title, price }) =>
    price === null
      ? `You asked about the ${title} a few days ago. It is still for sale.`
      : `You asked about the ${title} a few days ago. It is still for sale at ${price}.`,
  followUpLater: ({ title, price, mileage }) => {
    const facts = [price === null ? null : `costs ${price}`, mileage === null ? null : `has done ${mileage}`].filter(
      (fact) => fact !== null,
    );
    const [first, second] = facts;
    const rest = first === undefined ? '' : second === undefined ? ` and ${first}` : `, ${first} and ${second}`;
    return `Are you still considering the ${title}? It is for sale${rest}.`;
  },
  followUpReserved: ({ title }) => `The ${title} you asked about is reserved at the moment.`,
  followUpSold: ({ title }) => `I'm sorry, the ${title} you asked about has been sold.`,
  followUpWithoutCar: (later) =>
    later
      ? 'Are you still looking for a car? Tell us what matters most to you, such as price, size and fuel, so that our salesperson has something to go on.'
      : 'You got in touch with us a few days ago. If you still have questions, just reply to this message.',
  followUpAsk: (about) =>
    ({
      test_drive: 'If a test drive is still of interest, reply with a couple of times that suit you.',
      trade_in: 'If you would like your trade-in looked at, the registration number and mileage are all we need.',
      finance: 'If our salesperson should work out the financing, a rough down payment and term are all we need.',
      anything: 'If there is more you would like to know, or you would like a test drive, just reply here.',
      decided: 'Feel free to reply, also if you have settled on something else.',
    })[about],
  subject: {
    answer: (title) => `${title}: the answer to your question`,
    thanks: (title, dealership) => `${title} at ${dealership}`,
    testDrive: (title) => `Test drive of the ${title}`,
    sold: (title) => `The ${title} is sold, but we have something similar`,
    withoutCar: (dealership) => `A reply from ${dealership}`,
    receipt: () => 'We have your message',
    followUpFirst: (title) => `Anything else about the ${title}?`,
    followUpLater: (title) => `Still considering the ${title}?`,
    followUpWithoutCar: (dealership) => `A note from ${dealership}`,
  },
};

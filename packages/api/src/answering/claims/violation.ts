import type { Violation, ViolationCode, ViolationKind } from './gate-types.ts';

/** What is wrong differs each time with these. */
type Particular = 'feature_unknown' | 'status_missing' | 'length' | 'language';

/** The codes of all other objections. */
export type UsualCode = Exclude<ViolationCode, Particular>;

const PARTICULAR: Readonly<Record<Particular, ViolationKind>> = {
  feature_unknown: 'feature',
  status_missing: 'status',
  length: 'length',
  language: 'language',
};

/** What each other objection is about, and what is wrong in one English sentence that a rewrite can act on. */
const OBJECTIONS: Readonly<Record<UsualCode, [ViolationKind, string]>> = {
  price_differs: [
    'number',
    'This amount is not the price of the car it is said about; use the price from the facts or leave it out.',
  ],
  mileage_differs: ['number', 'This distance is not the mileage of the car it is said about.'],
  year_differs: ['number', 'This year is not the model year of the car it is said about.'],
  percent_unknown: ['number', 'No percentage is known; leave it out.'],
  duration_unknown: ['number', 'This length of time is not in the facts; leave it out.'],
  figure_unknown: ['number', 'This figure is not in the facts about the car; leave it out.'],
  time_unknown: ['number', 'This time is not an opening time of the day it is said about.'],
  date_unknown: ['number', 'This date is not in the facts; leave it out.'],
  number_unknown: ['number', 'This number is not in the facts; leave it out.'],
  amount_in_words: ['number', 'Write amounts and distances in digits, from the facts.'],
  count_differs: ['number', 'This count is not in the facts; leave it out.'],
  day_differs: ['number', 'The opening hours in the facts say otherwise about this day.'],
  not_for_sale: ['status', 'This car is not for sale any more; say what its status is.'],
  not_sold: ['status', 'This car is not sold; say what its status is.'],
  not_reserved: ['status', 'This car is not reserved; say what its status is.'],
  car_unknown: ['vehicle', 'This car is not in the facts; only cars from the facts may be offered.'],
  link_unknown: ['link', 'Only links from the facts may be given, exactly as they stand.'],
  email_unknown: ['link', "Only the dealership's own e-mail address may be given."],
  phone_unknown: ['link', "Only the dealership's own phone number may be given."],
  forbidden_word: ['forbidden_word', 'The dealership does not use these words; say it without them.'],
  placeholder: ['placeholder', 'Remove placeholders, markup and talk of instructions.'],
  id_leaked: ['leak', 'Leave ids out of the text.'],
  mark_leaked: ['leak', 'Leave the internal mark out.'],
  promise_negotiation: ['promise', 'Do not offer or hint at a lower price; leave it out.'],
  promise_reservation: ['promise', 'Do not hold or reserve a car.'],
  promise_booking: ['promise', 'Do not confirm an appointment; leave it out.'],
  promise_finance: ['promise', 'Do not state a rate, a monthly amount or an approval; the bank does the credit check.'],
  promise_guarantee: ['promise', 'Do not guarantee anything or speak of warranty or faultless condition.'],
  promise_trade_in_value: ['promise', "Do not put a value on the customer's car."],
  promise_future_work: ['promise', 'Do not promise that anybody will call, check, send or get back.'],
  promise_condition: ['promise', 'Do not describe condition, history or extras beyond the facts.'],
  promise_binding: ['promise', 'Do not make a binding statement.'],
};

function isParticular(code: ViolationCode): code is Particular {
  return code in PARTICULAR;
}

/** An objection to some words; `problem` where its sentence says more than the usual one, or there is no usual one. */
export function violation(code: Particular, quote: string, problem: string): Violation;
export function violation(code: UsualCode, quote: string, problem?: string): Violation;
export function violation(code: ViolationCode, quote: string, problem = ''): Violation {
  if (isParticular(code)) return { kind: PARTICULAR[code], code, quote, problem };
  const [kind, usual] = OBJECTIONS[code];
  return { kind, code, quote, problem: problem || usual };
}

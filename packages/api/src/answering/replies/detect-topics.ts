import { readWish } from '../stock/read-wish.ts';
import { foldText } from '../text/fold-text.ts';
import type { Intent, VehicleFacts } from '../types.ts';
import { type EquipmentTopic, equipmentTopics } from './details.ts';
import { asksSomething, questionPatterns } from './question-patterns.ts';
import { unknownTopics } from './unknown-topics.ts';

type PatternTopics = Record<keyof typeof questionPatterns, boolean>;

/** What a customer asked, finer than the intents, as the templates answer it. */
export interface Topics extends PatternTopics {
  availability: boolean;
  price: boolean;
  negotiation: boolean;
  testDrive: boolean;
  /** A viewing rather than a drive. */
  onlyToSee: boolean;
  tradeIn: boolean;
  finance: boolean;
  openingHours: boolean;
  sell: boolean;
  equipmentPresent: EquipmentTopic[];
  equipmentMissing: EquipmentTopic[];
  unknown: EquipmentTopic[];
  /** A question was put that none of the above recognises. */
  unrecognisedQuestion: boolean;
  /** Something longer was said that none of the above recognises. */
  unrecognisedStatement: boolean;
}

const longerThanAGreeting = 40;

function sortEquipment(
  folded: string,
  vehicle: VehicleFacts | null,
): Pick<Topics, 'equipmentPresent' | 'equipmentMissing'> {
  const asked = vehicle === null ? [] : equipmentTopics.filter(({ pattern }) => pattern.test(folded));
  const listed = vehicle === null ? '' : foldText([...vehicle.equipment, vehicle.variant ?? ''].join(' | '));
  return {
    equipmentPresent: asked.filter(({ pattern }) => pattern.test(listed)),
    equipmentMissing: asked.filter(({ pattern }) => !pattern.test(listed)),
  };
}

function matchPatterns(folded: string): PatternTopics {
  const names = Object.keys(questionPatterns) as (keyof typeof questionPatterns)[];
  return Object.fromEntries(names.map((name) => [name, questionPatterns[name].test(folded)])) as PatternTopics;
}

function isRecognised(
  { asksWhen, driving, holiday, ...asked }: Omit<Topics, keyof Unrecognised>,
  wished: boolean,
): boolean {
  return wished || Object.values(asked).some((value) => (Array.isArray(value) ? value.length > 0 : value));
}

type Unrecognised = Pick<Topics, 'unrecognisedQuestion' | 'unrecognisedStatement'>;

/** Reads the topics out of the customer's latest words and what was understood of them. */
export function detectTopics(
  text: string,
  intents: Intent[],
  negotiation: boolean,
  vehicle: VehicleFacts | null,
): Topics {
  const folded = foldText(text);
  const wants = (intent: Intent) => intents.includes(intent);
  const found = matchPatterns(folded);
  const topics = {
    ...found,
    purchase: found.purchase && !wants('sell'),
    availability: wants('availability'),
    price: wants('price') || negotiation,
    negotiation,
    testDrive: wants('test_drive'),
    onlyToSee: wants('test_drive') && !found.driving,
    tradeIn: wants('trade_in'),
    finance: wants('finance'),
    openingHours: wants('opening_hours'),
    sell: wants('sell') && !wants('trade_in'),
    ...sortEquipment(folded, vehicle),
    unknown: unknownTopics.filter(({ pattern }) => pattern.test(folded)),
  };
  const isOpen = !isRecognised(topics, vehicle === null && readWish(text) !== null);
  const unrecognisedQuestion = isOpen && asksSomething.test(folded);
  const isStatement = isOpen && !unrecognisedQuestion && !wants('buy') && text.length > longerThanAGreeting;
  return { ...topics, unrecognisedQuestion, unrecognisedStatement: isStatement };
}

import { foldText } from '../text/foldText.ts';
import type { Intent, VehicleFacts } from '../types.ts';
import { type EquipmentTopic, equipmentTopics, unknownTopics } from './details.ts';

/** What a customer asked, finer than the intents, as the templates answer it. */
export interface Topics {
  availability: boolean;
  price: boolean;
  negotiation: boolean;
  testDrive: boolean;
  /** A viewing rather than a drive. */
  onlyToSee: boolean;
  tradeIn: boolean;
  finance: boolean;
  openingHours: boolean;
  address: boolean;
  /** The opening hours themselves were asked for, not only the way there. */
  asksWhen: boolean;
  sell: boolean;
  /** Wants to be called. */
  callBack: boolean;
  mileage: boolean;
  year: boolean;
  fuel: boolean;
  colour: boolean;
  equipmentPresent: EquipmentTopic[];
  equipmentMissing: EquipmentTopic[];
  unknown: EquipmentTopic[];
  /** A question was put that none of the above recognises. */
  unrecognisedQuestion: boolean;
}

const mileage =
  /kilometer(?:stand|en)?|\bkm\b|(?:hvor )?(?:langt|mye) (?:har )?(?:den |bilen )?(?:gatt|kjort)|km[ -]?stand|mileage|how (?:many|far).{0,12}(?:km|kilomet|miles|driven)|miltal/;
const year = /arsmodell|hvilket ar|hvilken argang|registrert forste|what year|model year|how old/;
const fuel =
  /drivstoff|bensin eller|diesel eller|elbil eller|fuel type|petrol or|is it (?:a )?(?:hybrid|electric|diesel|petrol)|hybrid\?/;
const colour = /\bfarge|what colou?r|which colou?r|\bfarve/;
const driving = /kjor|kjoyr|tur\b|test|drive|spin|provkor|probe/;
const asksWhen = /apn|apent|open|steng|clos|ope\b|oppe\b|nar (?:er|har)|when|what time|oppet|abent|geoffnet/;
const callBack =
  /\b(?:ring(?:e|er)? (?:meg|mae|mig)|(?:bli|vil) (?:opp)?ringt|bli oppringt|call me|give me a call|phone me|call back)/;
const address = /\badresse|hvor (?:holder|ligger|finner|er dere)|where are you|located|address/;

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

/** Reads the topics out of the customer's latest words and what was understood of them. */
export function detectTopics(
  text: string,
  intents: Intent[],
  negotiation: boolean,
  vehicle: VehicleFacts | null,
): Topics {
  const folded = foldText(text);
  const wants = (intent: Intent) => intents.includes(intent);
  const topics = {
    availability: wants('availability'),
    price: wants('price') || negotiation,
    negotiation,
    testDrive: wants('test_drive'),
    onlyToSee: wants('test_drive') && !driving.test(folded),
    tradeIn: wants('trade_in'),
    finance: wants('finance'),
    openingHours: wants('opening_hours'),
    address: address.test(folded),
    asksWhen: asksWhen.test(folded),
    sell: wants('sell') && !wants('trade_in'),
    callBack: callBack.test(folded),
    mileage: mileage.test(folded),
    year: year.test(folded),
    fuel: fuel.test(folded),
    colour: colour.test(folded),
    ...sortEquipment(folded, vehicle),
    unknown: unknownTopics.filter(({ pattern }) => pattern.test(folded)),
  };
  const { asksWhen: _, ...asked } = topics;
  const recognised = Object.values(asked).some((value) => (Array.isArray(value) ? value.length > 0 : value));
  return { ...topics, unrecognisedQuestion: !recognised && text.includes('?') };
}

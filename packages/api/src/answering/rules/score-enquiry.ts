import type {
  EnquiryInput,
  Escalation,
  ExtractedContact,
  Intent,
  Qualification,
  Temperature,
  Urgency,
} from '../types.ts';

export interface ScoreInput {
  input: EnquiryInput;
  intents: Intent[];
  urgency: Urgency;
  escalations: Escalation[];
  qualification: Qualification;
  extracted: ExtractedContact;
  namesVehicle: boolean;
  label: 'sales_inquiry' | 'spam' | 'other' | 'uncertain';
}

export interface Score {
  score: number;
  temperature: Temperature;
  scoreReasons: string[];
}

const base = 15;
const hotFrom = 60;
const warmFrom = 35;

interface Feature {
  applies: (facts: ScoreInput) => boolean;
  points: number;
  reason: string;
}

const features: readonly Feature[] = [
  { applies: ({ input }) => input.vehicle !== null, points: 24, reason: 'Asks about a specific car in stock' },
  {
    applies: ({ input, namesVehicle }) => input.vehicle === null && namesVehicle,
    points: 12,
    reason: 'Names the car they want',
  },
  { applies: ({ intents }) => intents.includes('test_drive'), points: 24, reason: 'Wants a test drive or a viewing' },
  { applies: ({ intents }) => intents.includes('buy'), points: 10, reason: 'Says they want to buy' },
  { applies: ({ intents }) => intents.includes('trade_in'), points: 12, reason: 'Has a car to trade in' },
  { applies: ({ intents }) => intents.includes('finance'), points: 10, reason: 'Asks about financing' },
  { applies: ({ intents }) => intents.includes('price'), points: 7, reason: 'Asks about the price' },
  {
    applies: ({ intents }) => intents.includes('availability'),
    points: 8,
    reason: 'Asks whether it is still for sale',
  },
  {
    applies: ({ escalations }) => escalations.includes('price_negotiation'),
    points: 8,
    reason: 'Wants to agree on a price',
  },
  { applies: ({ urgency }) => urgency === 'now', points: 15, reason: 'Wants an answer right away' },
  { applies: ({ urgency }) => urgency === 'today', points: 12, reason: 'Wants it today' },
  { applies: ({ urgency }) => urgency === 'low', points: -10, reason: 'Is in no hurry' },
  { applies: ({ extracted }) => extracted.phone !== null, points: 8, reason: 'Left a phone number' },
  { applies: ({ qualification }) => qualification.budget !== null, points: 6, reason: 'Named a budget' },
  { applies: ({ qualification }) => qualification.timeline !== null, points: 4, reason: 'Named a time' },
  { applies: ({ intents }) => intents.includes('sell'), points: -4, reason: 'Wants to sell rather than buy' },
  {
    applies: ({ escalations }) =>
      ['legal', 'complaint', 'abuse', 'gdpr'].some((kind) => escalations.includes(kind as Escalation)),
    points: -25,
    reason: 'Needs a person before a sale',
  },
];

const ceilings: Readonly<Record<ScoreInput['label'], number>> = {
  sales_inquiry: 100,
  uncertain: 45,
  other: 20,
  spam: 3,
};

/** Score 1 to 100 as a sum of named features, so that every point can be explained. */
export function scoreEnquiry(facts: ScoreInput): Score {
  const applied = features.filter((feature) => feature.applies(facts));
  const sum = applied.reduce((total, feature) => total + feature.points, base);
  const score = Math.max(1, Math.min(ceilings[facts.label], Math.round(sum)));
  const temperature: Temperature = score >= hotFrom ? 'hot' : score >= warmFrom ? 'warm' : 'cold';
  const capped =
    sum > ceilings[facts.label]
      ? [facts.label === 'uncertain' ? 'Unclear whether it is an enquiry' : 'Not a sales enquiry']
      : [];
  const reasons = [...applied]
    .sort((left, right) => Math.abs(right.points) - Math.abs(left.points))
    .map(({ reason }) => reason);
  return {
    score,
    temperature,
    scoreReasons: reasons.length + capped.length > 0 ? [...capped, ...reasons] : ['General question without a car'],
  };
}

import { formatPrice } from '../../answering/replies/format-number.ts';
import { notDescribed } from '../../answering/rules/extract-trade-in.ts';
import type { LeadRecord } from '../leads/model.ts';
import type { MessageRecord } from '../messages/model.ts';
import type { StockMatch } from '../vehicles/find-stock.ts';

export type SummaryLanguage = 'nb' | 'en';

export interface SummaryPoint {
  label: string;
  text: string;
}

const LONGEST_QUOTE = 280;

const words = {
  nb: {
    customer: 'Kunde',
    car: 'Bil',
    status: { available: 'til salgs', demo: 'demobil, til salgs', reserved: 'reservert', sold: 'solgt' },
    notInStock: 'ikke funnet på lager',
    wants: 'Ønsker',
    budget: 'Budsjett',
    timeline: 'Når',
    financing: 'Finansiering',
    tradeIn: 'Innbytte',
    notDescribed: 'ja, ikke beskrevet',
    testDrive: 'Prøvekjøring',
    yes: 'ja',
    no: 'nei',
    last: 'Siste fra kunden',
    open: 'Venter på svar',
    answered: 'Sist svart av',
    assistant: 'assistenten',
    heat: { hot: 'varm', warm: 'lunken', cold: 'kald' },
    score: 'Poeng',
  },
  en: {
    customer: 'Customer',
    car: 'Car',
    status: { available: 'for sale', demo: 'demo car, for sale', reserved: 'reserved', sold: 'sold' },
    notInStock: 'not found in stock',
    wants: 'Wants',
    budget: 'Budget',
    timeline: 'When',
    financing: 'Financing',
    tradeIn: 'Trade-in',
    notDescribed: 'yes, not described',
    testDrive: 'Test drive',
    yes: 'yes',
    no: 'no',
    last: 'Last from the customer',
    open: 'Waits for an answer',
    answered: 'Answered last by',
    assistant: 'the assistant',
    heat: { hot: 'hot', warm: 'warm', cold: 'cold' },
    score: 'Score',
  },
} as const;

const intents: Record<SummaryLanguage, Record<string, string>> = {
  nb: {
    ...{
      buy: 'å kjøpe',
      sell: 'å selge',
      trade_in: 'å bytte inn',
      test_drive: 'å prøvekjøre',
      finance: 'finansiering',
    },
    ...{ availability: 'å vite om den er ledig', price: 'pris', opening_hours: 'åpningstider', general: 'informasjon' },
  },
  en: {
    ...{ buy: 'to buy', sell: 'to sell', trade_in: 'to trade in', test_drive: 'a test drive', finance: 'financing' },
    ...{
      availability: 'to know if it is for sale',
      price: 'the price',
      opening_hours: 'opening hours',
      general: 'information',
    },
  },
};

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`;
}

function purchase(lead: LeadRecord, language: SummaryLanguage): [string, string | null][] {
  const t = words[language];
  const { intent, budget, timeline, financing, test_drive, trade_in } = lead.qualification;
  const said = (value: boolean | null) => (value === null ? null : value ? t.yes : t.no);
  return [
    [t.wants, intent === null ? null : (intents[language][intent] ?? intent)],
    [t.budget, budget === null ? null : formatPrice(budget)],
    [t.timeline, timeline],
    [t.financing, said(financing)],
    [t.testDrive, said(test_drive)],
    [t.tradeIn, trade_in === notDescribed ? t.notDescribed : trade_in],
  ];
}

function car(lead: LeadRecord, { vehicle }: StockMatch, language: SummaryLanguage): string | null {
  const t = words[language];
  if (vehicle === null) return lead.vehicle_interest === null ? null : `${lead.vehicle_interest} (${t.notInStock})`;
  const price = vehicle.price === null ? [] : [formatPrice(vehicle.price)];
  return [vehicle.title, ...price, t.status[vehicle.status]].join(', ');
}

/** What is known of a lead and its conversation, as points; what is not known is left out. */
export function summaryPoints(
  lead: LeadRecord,
  conversation: readonly MessageRecord[],
  stock: StockMatch,
  language: SummaryLanguage,
): SummaryPoint[] {
  const t = words[language];
  const spoken = conversation.filter(({ text, state }) => text && !['draft', 'cancelled', 'failed'].includes(state));
  const question = spoken.findLast(({ direction }) => direction === 'inbound');
  const last = spoken.at(-1);
  const answered = last?.direction === 'outbound' ? last : null;
  const contact = [lead.customer.name, lead.customer.phone, lead.customer.email].filter((value) => value !== null);
  const by = answered?.sender_type === 'human' ? answered.sender_name : t.assistant;
  const points: [string, string | null][] = [
    [t.customer, contact.length === 0 ? null : contact.join(', ')],
    [t.car, car(lead, stock, language)],
    ...purchase(lead, language),
    [t.score, `${lead.score} (${t.heat[lead.temperature]})`],
    [answered ? t.last : t.open, question?.text ? quote(question.text) : null],
    [t.answered, answered ? `${by ?? ''}: ${quote(answered.text ?? '')}` : null],
  ];
  return points.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
}

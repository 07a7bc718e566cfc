import type { GateFacts } from '../../src/answering/claims/gate-types.ts';
import { claimsGate } from '../../src/answering/claims-gate.ts';
import { rankAlternatives } from '../../src/answering/rank-alternatives.ts';
import type { Language, ReplyRequest, VehicleFacts, WrittenReply } from '../../src/answering/types.ts';
import { understandEnquiry } from '../../src/answering/understand-enquiry.ts';
import { factsOf, writeReply } from '../../src/answering/write-reply.ts';
import { evalDeps, evalNow } from '../eval-deps.ts';
import type { RawCase } from '../read-cases.ts';
import type { Provider } from '../suite.ts';
import { replyDealership, replyKnowledge, replyStock } from './reply-stock.ts';

/** A case with the reply that was written to it. */
export interface WrittenCase {
  raw: RawCase;
  asked: readonly string[];
  request: ReplyRequest;
  facts: GateFacts;
  reply: WrittenReply;
  violations: string[];
}

function carOf(raw: RawCase): VehicleFacts | null {
  const name = raw.heading[2] ?? '-';
  return name in replyStock ? replyStock[name as keyof typeof replyStock] : null;
}

const numbers: Readonly<Record<Language, string>> = {
  nb: '+4790123456',
  sv: '+46701740605',
  da: '+4531226047',
  en: '+447911123456',
  de: '+4915123456789',
};

async function requestOf(raw: RawCase, asked: readonly string[], provider: Provider): Promise<ReplyRequest> {
  const vehicle = carOf(raw);
  const channel = raw.heading[1] === 'sms' ? 'sms' : 'email';
  const input = {
    channel,
    text: raw.text,
    subject: null,
    fromName: 'Kari Nordmann',
    fromEmail: 'kari@post.example',
    // An SMS always comes from a number.
    fromPhone: channel === 'sms' ? numbers[raw.heading[0] as Language] : null,
    vehicleInterest: null,
    declaredLanguage: null,
    vehicle,
  } as const;
  const understanding = await understandEnquiry(input, replyDealership, evalDeps(provider));
  const knowledge = asked.flatMap((ask) => replyKnowledge[ask.replace(/^kb:/, '')] ?? []);
  return {
    purpose: 'reply',
    step: null,
    dealership: replyDealership,
    customerName: 'Kari Nordmann',
    language: understanding.language,
    understanding,
    conversation: [{ from: 'customer', text: raw.text }],
    vehicle,
    alternatives: rankAlternatives({ vehicle, text: raw.text }, Object.values(replyStock)),
    channel,
    now: evalNow,
    knowledge,
  };
}

/** Reads and answers each case as the product would. */
export async function writeReplyCases(cases: readonly RawCase[], provider: Provider): Promise<WrittenCase[]> {
  return Promise.all(
    cases.map(async (raw) => {
      const asked = raw.expected.get('asks')?.split(',') ?? [];
      const request = await requestOf(raw, asked, provider);
      const reply = await writeReply(request, evalDeps(provider));
      const facts = factsOf(request);
      const { violations } = claimsGate(reply.text, facts, reply.language);
      const described = violations.map(({ kind, quote }) => `${kind} (${quote.slice(0, 60)})`);
      return { raw, asked, request, facts, reply, violations: described };
    }),
  );
}

/** The language a case is written in, and so has to be answered in. */
export function languageOf({ raw }: WrittenCase): Language {
  return raw.heading[0] as Language;
}

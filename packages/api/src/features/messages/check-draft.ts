import mongoose from 'mongoose';
import type { GateResult, ViolationKind } from '../../answering/claims/gate-types.ts';
import { claimsGate } from '../../answering/claims-gate.ts';
import { wordingOf } from '../../answering/replies/qualification-questions.ts';
import type { VehicleFacts } from '../../answering/types.ts';
import { factsOf } from '../../answering/write-reply.ts';
import { readConversation, turnsOf } from '../../delivery/compose-message.ts';
import { knowledgeForReply } from '../../delivery/knowledge-for-reply.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { assistantSettings } from '../assistant/assistant-settings.ts';
import { dealershipFacts } from '../dealership/dealership-facts.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { findCitedKnowledge } from '../knowledge/find-knowledge.ts';
import type { LeadRecord } from '../leads/model.ts';
import { findStock, type StockMatch } from '../vehicles/find-stock.ts';
import { Vehicle, type VehicleRecord } from '../vehicles/model.ts';
import { vehicleFacts } from '../vehicles/vehicle-facts.ts';
import type { MessageRecord } from './model.ts';

/** What rests on stock, settings and knowledge; form and language were judged when it was written and stay as they were. */
const RESTS_ON_FACTS: ReadonlySet<ViolationKind> = new Set([
  'number',
  'vehicle',
  'status',
  'feature',
  'promise',
  'link',
]);

function cited({ claims }: MessageRecord, from: 'vehicle' | 'knowledge'): string[] {
  return claims.flatMap(({ source, source_id }) => (source === from && source_id !== null ? [source_id] : []));
}

/** The cars that would be offered now, and those the draft speaks of, as they are now. */
async function stockFor(lead: LeadRecord, message: MessageRecord, said: string[]): Promise<StockMatch> {
  const stock = await findStock(lead.vehicle_id, ...said, lead.vehicle_interest);
  const known = new Set([stock.vehicle, ...stock.alternatives].map((vehicle) => vehicle?.id));
  const others = cited(message, 'vehicle').filter((id) => !known.has(id));
  const records = await Vehicle.find({ _id: mongoose.trusted({ $in: others }) }).lean<VehicleRecord[]>();
  const spokenOf: VehicleFacts[] = records.map(vehicleFacts);
  return { vehicle: stock.vehicle, alternatives: [...stock.alternatives, ...spokenOf] };
}

/** The dealership's own question at the end, in all its languages. */
function questionOf({ question_id }: MessageRecord, dealership: DealershipRecord): string[] {
  const question = assistantSettings(dealership).questions.find(({ id }) => id === question_id);
  return question === undefined ? [] : Object.values(wordingOf(question.topic, question.wording));
}

/**
 * Puts a draft's words through the claims gate again, against the stock, settings and knowledge of this moment: what no
 * longer holds, and what each claim rests on now.
 */
export async function checkDraft(
  ctx: TenantContext,
  lead: LeadRecord,
  message: MessageRecord,
  text: string,
): Promise<Pick<GateResult, 'violations' | 'claims'>> {
  const { services } = ctx;
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw new Problem('internal_error');
  const conversation = turnsOf(await readConversation(lead._id, message));
  const said = conversation.filter(({ from }) => from === 'customer').map((turn) => turn.text);
  const stock = await stockFor(lead, message, said);
  const language = message.language ?? lead.customer.language;
  const found = await knowledgeForReply(services, { understanding: { language }, stock }, conversation, dealership);
  const knowledge = [...found.facts, ...(await findCitedKnowledge(services, dealership, cited(message, 'knowledge')))];
  const facts = factsOf({
    dealership: dealershipFacts(dealership),
    conversation,
    ...stock,
    customerName: lead.customer.name,
    vehicleInterest: lead.vehicle_interest,
    channel: message.channel === 'sms' ? 'sms' : 'email',
    now: services.clock.now(),
    knowledge,
  });
  const { violations, claims } = claimsGate(text, { ...facts, ownWords: questionOf(message, dealership) }, language);
  return { violations: violations.filter(({ kind }) => RESTS_ON_FACTS.has(kind)), claims };
}

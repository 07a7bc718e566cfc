import { insertRecords } from '../../database/insert-records.ts';
import type { components } from '../../generated/openapi.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { Vehicle } from '../vehicles/model.ts';
import { chatSettings } from './chat-settings.ts';
import { ChatSession, type ChatSessionRecord } from './model.ts';
import { recogniseVisitor } from './recognise-visitor.ts';
import { makeVisitorToken, RENEWABLE_MS } from './visitor-token.ts';

type Opening = components['schemas']['ChatOpening'];
type NewSession = Omit<ChatSessionRecord, 'dealership_id'>;

/** A chat nobody has written in is forgotten after this long. */
const FORGOTTEN_MS = DAY_MS;

/** A chat and the token that was just made for it. */
export interface OpenedChat {
  session: NewSession;
  token: string;
}

async function newSession(ctx: TenantContext, opening: Opening, dealership: DealershipRecord): Promise<OpenedChat> {
  const now = ctx.services.clock.now();
  const id = newId('cht', now);
  const { token, record } = makeVisitorToken(id, now);
  const vehicle = opening.vehicle_id ? await Vehicle.exists({ _id: opening.vehicle_id }) : null;
  const recognised = await recogniseVisitor(ctx, opening.proofs ?? []);
  const session: NewSession = {
    _id: id,
    test: ctx.test,
    key_id: ctx.actor.type === 'api_key' ? ctx.actor.keyId : '',
    origin: ctx.visitor.origin,
    tokens: [record],
    renewable_until: after(now, RENEWABLE_MS),
    ...recognised,
    language: opening.language ?? dealership.language,
    page_url: opening.page_url ?? null,
    referrer: opening.referrer ?? null,
    utm: opening.utm ?? {},
    vehicle_interest: opening.vehicle_interest ?? null,
    vehicle_id: vehicle ? (opening.vehicle_id ?? null) : null,
    log: [],
    delivered: 0,
    read: 0,
    staff_read: 0,
    mailed: 0,
    mail_waiting: false,
    mail_due_at: null,
    awaits_person: false,
    present_until: null,
    last_seen_at: now,
    visitor_typing_until: null,
    staff_typing: null,
    closed_at: null,
    created_at: now,
    expires_at: after(now, FORGOTTEN_MS),
  };
  return { session, token };
}

/**
 * Opens a chat for a visitor of the web site that the key belongs to.
 * @throws Problem 404 when the dealership is gone, 409 when it takes no chats
 */
export async function openChatSession({ ctx, input }: { ctx: TenantContext; input: Opening }): Promise<OpenedChat> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw notFound();
  if (!chatSettings(dealership).enabled)
    throw new Problem('conflict', { detail: 'The chat of this dealership is off.' });
  const opened = await newSession(ctx, input, dealership);
  await insertRecords(ChatSession, [opened.session]);
  return opened;
}

import type { Lead, Message, MessageSend, ReplyChannel } from '@norvalt/sdk';
import type { QueryClient } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { IdempotentSend } from '$lib/api/idempotent-send.ts';
import { keys } from '$lib/api/keys.ts';
import { type ApiProblem, toProblem } from '$lib/api/problem.ts';
import { loadDraft, saveDraft } from './draft.ts';
import { type Channel, channelsNow, firstChannel } from './reply-channels.ts';

const typingAgainMs = 4_000;

/** What the copilot did to a text, for the person who now reads it, and what stood there before. */
interface Help {
  said: string | null;
  before: { text: string; subject: string } | null;
}

/** What is being written to one customer, and the sending of it. */
export class ComposerState {
  #leadId: string;
  #queryClient: QueryClient;
  #once: IdempotentSend;
  channel = $state<Channel>('email');
  subject = $state('');
  text = $state('');
  /** Gone with the text it helped with. */
  help = $state.raw<Help>({ said: null, before: null });
  #sending = $state(false);
  #problem = $state.raw<ApiProblem | null>(null);
  #typedAtMs = 0;

  constructor(lead: Lead, queryClient: QueryClient) {
    const draft = loadDraft(sessionStorage, lead.id);
    this.#leadId = lead.id;
    this.#queryClient = queryClient;
    this.#once = new IdempotentSend(undefined, draft?.pending ?? null);
    const known = queryClient.getQueryData<ReplyChannel[]>(keys.replyChannels(lead.id));
    this.channel = draft?.channel ?? firstChannel(lead, channelsNow(lead, known, Date.now()));
    this.subject = draft?.subject ?? '';
    this.text = draft?.text ?? '';
  }

  get sending(): boolean {
    return this.#sending;
  }

  get problem(): ApiProblem | null {
    return this.#problem;
  }

  keep(): void {
    const pending = this.#once.pending;
    saveDraft(sessionStorage, this.#leadId, {
      channel: this.channel,
      subject: this.subject,
      text: this.text,
      ...(pending ? { pending } : {}),
    });
  }

  /** Shows the customer in the chat that somebody writes, every few seconds at most. */
  showTyping(nowMs = Date.now()): void {
    if (this.channel !== 'chat' || !this.text.trim() || nowMs - this.#typedAtMs < typingAgainMs) return;
    this.#typedAtMs = nowMs;
    norvalt.leads.chat.typing(this.#leadId, { typing: true }).catch(() => {
      // Nobody waits for it; the next key says it again.
    });
  }

  discard(): void {
    this.text = '';
    this.subject = '';
    this.#typedAtMs = 0;
    this.#problem = null;
    this.help = { said: null, before: null };
    this.keep();
  }

  /** Sends the text once; on failure it stays. Returns whether it went out. */
  async send(senderName: string): Promise<boolean> {
    if (this.text.trim() === '') return false;
    const sent = await this.#deliver(this.#content(), this.text.trim(), senderName);
    if (sent) this.discard();
    return sent;
  }

  /** Sends the template of the WhatsApp number, which reads `text`; what is being written stays. */
  sendTemplate(text: string, senderName: string): Promise<boolean> {
    return this.#deliver({ channel: 'whatsapp', template: true }, text, senderName);
  }

  async #deliver(content: MessageSend, text: string, senderName: string): Promise<boolean> {
    if (this.#sending) return false;
    this.#sending = true;
    this.#problem = null;
    this.#show((messages) => [...messages, optimistic(this.#leadId, content, text, senderName)]);
    try {
      const sent = await this.#once.run(content, (body, idempotencyKey) => {
        this.keep();
        return norvalt.leads.messages.send(this.#leadId, body, { idempotencyKey });
      });
      this.#show((messages) => [...messages.filter(({ id }) => id !== sent.id), sent]);
      void this.#queryClient.invalidateQueries({ queryKey: keys.lead(this.#leadId) });
      void this.#queryClient.invalidateQueries({ queryKey: keys.followUps(this.#leadId) });
      return true;
    } catch (error) {
      this.#show((messages) => messages);
      this.#problem = toProblem(error);
      return false;
    } finally {
      this.#sending = false;
    }
  }

  #content(): MessageSend {
    const subject = this.subject.trim();
    const withSubject = this.channel === 'email' && subject ? { subject } : {};
    return { channel: this.channel, text: this.text.trim(), ...withSubject };
  }

  /** Changes the conversation on the screen; the optimistic bubble never outlives the change. */
  #show(change: (messages: Message[]) => Message[]): void {
    this.#queryClient.setQueryData<Message[]>(keys.messages(this.#leadId), (messages) =>
      messages ? change(messages.filter(({ id }) => id !== optimisticId)) : messages,
    );
  }
}

const optimisticId = 'being-sent';

function optimistic(leadId: string, content: MessageSend, text: string, senderName: string): Message {
  return {
    id: optimisticId,
    lead_id: leadId,
    direction: 'outbound',
    sender_type: 'human',
    sender_name: senderName,
    channel: content.channel,
    purpose: 'manual',
    subject: content.subject ?? null,
    text,
    state: 'sending',
    state_reason: null,
    language: null,
    written_by: null,
    claims: [],
    approved_by: null,
    edited: false,
    attachments: [],
    attachments_left_out: 0,
    recipient: null,
    created_at: new Date().toISOString(),
    sent_at: null,
  };
}

import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];
type Wire = Schemas['AssistantSettings'];

export type AssistantChannelName = Schemas['AssistantChannelName'];

/** How a dealership has set its assistant; `budget.monthly_tokens` null is all that the plan allows. */
export interface AssistantSettings extends Omit<Wire, 'name' | 'auto_reply' | 'follow_up_days' | 'budget'> {
  budget: { monthly_tokens: number | null; soft_percent: number };
}

/** Something for every channel the assistant answers on. */
export function perChannel<T>(of: (channel: AssistantChannelName) => T): Record<AssistantChannelName, T> {
  return {
    website: of('website'),
    chat: of('chat'),
    email: of('email'),
    sms: of('sms'),
    whatsapp: of('whatsapp'),
    phone: of('phone'),
  };
}

const DEFAULTS: AssistantSettings = {
  channels: perChannel(() => ({ mode: 'send', length: 'normal' })),
  personality: 'warm',
  disclosure: 'every_message',
  instructions: null,
  never_say: [],
  escalate_words: [],
  outside_hours: 'answer',
  burst_wait_seconds: 6,
  questions: [],
  budget: { monthly_tokens: null, soft_percent: 80 },
};

/** The settings of a dealership, with what was never set as it is by default. */
export function assistantSettings({
  assistant_settings: stored,
}: {
  assistant_settings?: Partial<AssistantSettings> | null;
}): AssistantSettings {
  return {
    ...DEFAULTS,
    ...stored,
    channels: perChannel((channel) => ({ ...DEFAULTS.channels[channel], ...stored?.channels?.[channel] })),
    budget: { ...DEFAULTS.budget, ...stored?.budget },
  };
}

function isChannel(name: string): name is AssistantChannelName {
  return Object.hasOwn(DEFAULTS.channels, name);
}

/** The settings' name of the channel a customer wrote on: what is none of the others came from a web site. */
export function assistantChannel(channel: string): AssistantChannelName {
  return isChannel(channel) ? channel : 'website';
}

import type { components } from '../../../sdk/src/generated/openapi.ts';

type Schemas = components['schemas'];

export type ChatConfig = Schemas['Chat'];
export type ChatEvent = Schemas['ChatEvent'];
export type ChatMessage = Schemas['ChatMessage'];
export type ChatOpening = Schemas['ChatOpening'];
export type ChatSession = Schemas['ChatSession'];

import type { components } from '../../sdk/src/generated/openapi.ts';

type Schemas = components['schemas'];

export type Form = Schemas['Form'];
export type FormField = Schemas['FormField'];
/** The fields that have a place of their own in a submission; others are a dealership's own questions. */
export type StandardField = 'name' | 'email' | 'phone' | 'vehicle_interest' | 'message';
export type FormSubmission = Schemas['FormSubmission'];
export type Language = Schemas['Language'];
export type ProblemDetails = Schemas['Problem'];
export type Utm = Schemas['Utm'];

import type { components } from '../../sdk/src/generated/openapi.ts';

type Schemas = components['schemas'];

export type Form = Schemas['Form'];
export type FormField = Schemas['FormField'];
export type FieldName = FormField['name'];
export type FormSubmission = Schemas['FormSubmission'];
export type Language = Schemas['Language'];
export type ProblemDetails = Schemas['Problem'];
export type Utm = Schemas['Utm'];

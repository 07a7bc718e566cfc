import type { StandardField } from './contract.ts';
import type { Answer } from './texts.ts';

/** What the visitor typed, by field, `consent` and the trap for bots among them; a ticked box is `true` in letters. */
export type Values = Record<StandardField, string> & Record<string, string>;

/** Something to put right; without an answer it concerns the whole form. */
export interface FormProblem {
  answer?: Answer;
  message: string;
}

/** Where an enquiry is in its life; `retrying` is a queued one being tried again at the visitor's wish. */
export type Phase = 'editing' | 'sending' | 'queued' | 'retrying' | 'sent';

/** What one visitor has written, and how far it has come. */
export interface Draft {
  phase: Phase;
  values: Values;
  /** The page of the form that is shown, from 1. */
  step: number;
  /** When the first key was pressed, in milliseconds since 1970; undefined where none was. */
  firstKeyAtMs: number | undefined;
  /** What is wrong now, shown beside the fields. */
  problems: FormProblem[];
  /** What was wrong at the last attempt, listed at the top: nothing there moves while it is being put right. */
  summary: FormProblem[];
}

/** An empty form. */
export function emptyDraft(): Draft {
  return {
    phase: 'editing',
    values: { name: '', email: '', phone: '', vehicle_interest: '', message: '' },
    step: 1,
    firstKeyAtMs: undefined,
    problems: [],
    summary: [],
  };
}

import type { FormField } from './contract.ts';
import type { PageVehicle } from './detect-vehicle.ts';
import type { Draft } from './draft.ts';
import type { ShownStep } from './form-config.ts';
import type { FormSource } from './form-source.ts';

/** The side of a form element that sending needs. */
export interface FormHost {
  readonly element: HTMLElement & { form: string; noDataLayer: boolean };
  readonly draft: Draft;
  readonly source: FormSource;
  /** The page of the form that the visitor sees now. */
  shown(): ShownStep;
  /** The fields of all pages, those that are not shown among them. */
  allFields(): readonly FormField[];
  vehicle(): PageVehicle | undefined;
  /** Something changed that is shown; `attention` says what the visitor should be taken to. */
  changed(attention?: 'summary' | 'status' | 'step'): void;
}

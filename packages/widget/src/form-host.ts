import type { PageVehicle } from './detect-vehicle.ts';
import type { Draft } from './draft.ts';
import type { ShownStep } from './form-config.ts';
import type { FormSource } from './form-source.ts';
import type { Texts } from './texts.ts';

/** The side of a form element that sending needs. */
export interface FormHost {
  readonly element: HTMLElement & { form: string; noDataLayer: boolean };
  readonly draft: Draft;
  readonly source: FormSource & { texts: Texts };
  /** The page of the form that the visitor sees now. */
  shown(): ShownStep;
  vehicle(): PageVehicle | undefined;
  /** Something changed that is shown; the selector says what the visitor should be taken to. */
  changed(selector?: string): void;
}

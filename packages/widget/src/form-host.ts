import type { PageVehicle } from './detect-vehicle.ts';
import type { Draft } from './draft.ts';
import type { ShownForm } from './form-config.ts';
import type { FormSource } from './form-source.ts';

/** The side of a form element that sending needs. */
export interface FormHost {
  readonly element: HTMLElement & { form: string; noDataLayer: boolean };
  readonly draft: Draft;
  readonly source: FormSource;
  /** The form as the visitor sees it now. */
  shown(): ShownForm;
  vehicle(): PageVehicle | undefined;
  /** Something changed that is shown; `attention` says what the visitor should be taken to. */
  changed(attention?: 'summary' | 'status'): void;
}

import type { ModelProvider } from '../src/answering/types.ts';
import type { CaseFolder } from './case-files.ts';
import type { Share } from './statistics.ts';

/** Who answers: rules alone, or rules with a model. */
export interface Provider {
  name: 'rules' | 'model';
  model: ModelProvider | null;
}

/** One measured number; below `gate` the run fails. */
export interface Measure {
  name: string;
  share: Share;
  gate?: number;
}

export interface Section {
  title: string;
  measures: Measure[];
  /** Lines below the numbers: counts that are no share, or cases that went wrong. */
  notes?: string[];
}

/** One part of the evaluation. Add one to `suites.ts` and it is run, printed and gated with the others. */
export interface Suite {
  name: string;
  run(provider: Provider, folder: CaseFolder): Promise<Section[]>;
}

export type PromiseFamily =
  | 'negotiation'
  | 'reservation'
  | 'booking'
  | 'finance'
  | 'guarantee'
  | 'trade_in_value'
  | 'future_work'
  | 'condition'
  | 'binding';

export interface PromiseRule {
  family: PromiseFamily;
  /** Over folded text (see foldText), global. */
  pattern: RegExp;
  /** A negation beside it turns the promise into its opposite. */
  negatable: boolean;
  /** Leaving the matter to a salesperson is no promise. */
  handOver: boolean;
}

/** A rule by its pattern over folded text; a negation beside it lifts it unless `negatable` is false. */
export const promiseRule = (
  family: PromiseFamily,
  source: string,
  options?: Partial<Pick<PromiseRule, 'negatable' | 'handOver'>>,
): PromiseRule => ({
  family,
  pattern: new RegExp(source, 'gu'),
  negatable: options?.negatable ?? true,
  handOver: options?.handOver ?? false,
});

/** Nothing of a word stands before. */
export const wordStart = '(?<![\\p{L}\\p{N}])';
/** Nothing of a word follows. */
export const wordEnd = '(?![\\p{L}\\p{N}])';

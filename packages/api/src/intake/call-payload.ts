/** A call that nobody took: the payload of its arrival. */
export interface CallPayload {
  kind: 'call';
  /** E.164; `null` when the caller withheld it. */
  from: string | null;
  to: string;
}

/**
 * How a send ended, as far as it can be known. `retry`: certainly not sent, worth another try. `failed`: refused for
 * good. `reconnect`: the account or its settings are refused, the message is fine. `unknown`: it may have been sent;
 * ask the provider before anything is sent again.
 */
export type SendResult =
  | { state: 'sent'; providerId: string | null }
  | { state: 'retry'; reason: string; retryAfterMs?: number }
  | { state: 'failed'; reason: string }
  | { state: 'reconnect'; reason: string }
  | { state: 'unknown'; reason: string };

/** A provider could not be asked; nothing follows from it about what it has sent. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

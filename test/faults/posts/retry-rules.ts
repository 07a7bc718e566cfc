import type { Answer } from '../support/exchange.ts';
import type { RetryRule } from './post.ts';

/** A minute of a provider's schedule takes this long here. */
const SCHEDULED_MINUTE_MS = 30;

const isSuccess = ({ status }: Answer) => status !== null && status >= 200 && status < 300;

/** https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http: only 406 is final. */
export const MAILGUN: RetryRule = {
  timeoutMs: 10_000,
  waitsMs: [10, 15, 30, 60, 120, 240].map((minutes) => minutes * SCHEDULED_MINUTE_MS),
  isAccepted: ({ status }) => status === 200,
  isFinal: ({ status }) => status === 406,
};

/** `#rc=5&rp=all`: five more tries after a refused connection, a timeout or an answer of 4xx or 5xx. */
export const TWILIO: RetryRule = {
  timeoutMs: 15_000,
  waitsMs: [200, 600, 1800, 4000, 8000],
  isAccepted: isSuccess,
  isFinal: () => false,
};

/** https://developers.facebook.com/docs/graph-api/webhooks: after an answer that is not 200 it comes again, for 36 hours. */
export const META: RetryRule = {
  timeoutMs: 10_000,
  waitsMs: [200, 600, 1800, 4000, 8000, 8000, 8000],
  isAccepted: ({ status }) => status === 200,
  isFinal: () => false,
};

/** A program of ours or of a partner's: what can be mended by waiting is tried again under the same key. */
export const CLIENT: RetryRule = {
  timeoutMs: 10_000,
  waitsMs: [200, 400, 800, 1600, 3200, 6400, 6400, 6400, 6400],
  isAccepted: isSuccess,
  isFinal: ({ status }) => status !== null && status < 500 && ![408, 409, 429].includes(status),
};

/** A browser that shows a form of another system: nobody presses the button again, and it waits for long. */
export const ONCE: RetryRule = { timeoutMs: 60_000, waitsMs: [], isAccepted: isSuccess, isFinal: () => true };

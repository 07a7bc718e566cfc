/** The number that some networks show where the caller hid theirs: `ANONYMOUS`, `RESTRICTED` and the like on a keypad. */
const WITHHELD = new Set(['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253']);
const MISSED = new Set(['busy', 'no-answer', 'failed', 'canceled']);

/** What Twilio tells of a call: by the `action` of a `<Dial>`, or by a status callback of the call or of its leg. */
interface CallReport {
  CallStatus: string;
  DialCallStatus: string;
}

/**
 * Tells whether nobody at the dealership took the call (https://www.twilio.com/docs/voice/twiml/dial). A call that is
 * over says only what became of the leg to the dealership, where it was dialled on.
 */
export function isMissedCall({ CallStatus, DialCallStatus }: CallReport): boolean {
  const status = DialCallStatus !== '' ? DialCallStatus : CallStatus;
  return MISSED.has(status.toLowerCase());
}

/** The caller's number in E.164; `null` when it was withheld. */
export function readCaller(from: string): string | null {
  return /^\+[1-9]\d{6,14}$/.test(from) && !WITHHELD.has(from) ? from : null;
}

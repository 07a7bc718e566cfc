/** An SMS as it came: the payload of its arrival. */
export interface SmsPayload {
  kind: 'sms';
  /** E.164, or a sender that is a name. */
  from: string;
  to: string;
  text: string;
  /** What Twilio made of it: `STOP`, `START`, `HELP`. */
  optOutType: string | null;
  /** Pictures and the like, by their content types. */
  media: string[];
}

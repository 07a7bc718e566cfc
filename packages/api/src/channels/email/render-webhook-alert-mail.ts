import { headerText } from '../email-address.ts';
import type { Language } from './mail-words.ts';
import type { RenderedMail } from './render-customer-mail.ts';
import { renderStaffMail } from './render-staff-mail.ts';

export interface WebhookAlert {
  /** Failing again and again, or disabled because it is gone or nothing got through for days. */
  kind: 'trouble' | 'gone' | 'failing';
  language: Language;
  dealershipName: string;
  endpointUrl: string;
  /** Where its log is. */
  link: string;
}

interface AlertWords {
  subject: Record<WebhookAlert['kind'], string>;
  body: Record<WebhookAlert['kind'], (host: string) => string>;
  resend: string;
  button: string;
}

const norwegian: AlertWords = {
  subject: {
    trouble: 'Webhooken svarer ikke som den skal',
    gone: 'Webhooken er slått av',
    failing: 'Webhooken er slått av',
  },
  body: {
    trouble: (host) => `Meldinger til ${host} kommer ikke frem. Norvalt prøver på nytt i litt over et døgn.`,
    gone: (host) => `${host} svarte at adressen ikke lenger er i bruk (410). Norvalt sender ikke mer dit.`,
    failing: (host) => `Ingenting har kommet frem til ${host} på fem dager. Norvalt sender ikke mer dit.`,
  },
  resend: 'Alt som ikke kom frem de siste 30 dagene, kan sendes på nytt fra loggen.',
  button: 'Se loggen',
};
const english: AlertWords = {
  subject: {
    trouble: 'Your webhook does not answer as it should',
    gone: 'Your webhook was disabled',
    failing: 'Your webhook was disabled',
  },
  body: {
    trouble: (host) => `Posts to ${host} do not get through. Norvalt keeps trying each for a little over a day.`,
    gone: (host) => `${host} answered that the address is no longer in use (410). Norvalt sends nothing more to it.`,
    failing: (host) => `Nothing has got through to ${host} for five days. Norvalt sends nothing more to it.`,
  },
  resend: 'Whatever did not get through in the last 30 days can be sent again from the log.',
  button: 'Open the log',
};

/** Tells an admin that a webhook endpoint fails or was disabled. */
export function renderWebhookAlertMail(alert: WebhookAlert): RenderedMail & { subject: string } {
  const words = alert.language === 'nb' ? norwegian : english;
  const host = headerText(new URL(alert.endpointUrl).host);
  const subject = `${words.subject[alert.kind]}: ${host}`.slice(0, 150);
  const text = [words.body[alert.kind](host), words.resend, alert.link].join('\n\n');
  return { subject, ...renderStaffMail({ ...alert, subject, text, buttonLabel: words.button }) };
}

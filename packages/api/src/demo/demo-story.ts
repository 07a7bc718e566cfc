import type { components } from '../generated/openapi.ts';

/** One enquiry of the demo, and what a colleague did about it. */
export interface DemoEnquiry {
  /** How long before now it came, in hours. */
  hoursAgo: number;
  /** How long the assistant took, in seconds. */
  answeredInSeconds: number;
  form: components['schemas']['PlainForm'];
  /** The customer's answer to the mail, some hours later. */
  answer?: { afterHours: number; text: string };
  /** What the rep wrote, some hours later. */
  rep?: { afterHours: number; text: string; note?: string };
  status?: components['schemas']['LeadStatus'];
  read?: boolean;
}

/** What happened at the demo dealership lately: the inbox is not empty when somebody looks at it first. */
export const demoEnquiries: readonly DemoEnquiry[] = [
  {
    hoursAgo: 141,
    answeredInSeconds: 38,
    form: {
      name: 'Marte Lunde',
      email: 'marte.lunde@example.com',
      phone: '+47 912 34 001',
      vehicle_interest: 'Toyota RAV4',
      message: 'Hei! Er RAV4-en fortsatt til salgs, og har den hengerfeste?',
    },
    rep: {
      afterHours: 15,
      text: 'Hei Marte. Ja, den har avtakbart hengerfeste. Skal vi si torsdag kl. 16 for en prøvetur?',
      note: 'Ringte. Kommer torsdag kl. 16 med samboer.',
    },
    status: 'appointment',
    read: true,
  },
  {
    hoursAgo: 76,
    answeredInSeconds: 29,
    form: {
      name: 'Thomas Eide',
      email: 'thomas.eide@example.com',
      vehicle_interest: 'Polestar 2',
      message: 'Hva er prisen på Polestar 2, og tar dere en Leaf 2017 i innbytte?',
    },
    answer: { afterHours: 3, text: 'Takk for raskt svar. Leafen har gått 92 000 km og er EU-godkjent til 2027.' },
    rep: { afterHours: 20, text: 'Hei Thomas. Kom innom med Leafen, så ser vi på den sammen. Vi har åpent til 17.' },
    status: 'qualified',
    read: true,
  },
  {
    hoursAgo: 52,
    answeredInSeconds: 44,
    form: {
      name: 'Sofie Dahl',
      email: 'sofie.dahl@example.com',
      phone: '+47 912 34 002',
      vehicle_interest: 'Skoda Enyaq',
      message: 'Jeg ser etter en familiebil med god plass. Hvor langt har Enyaq-en gått?',
    },
    read: true,
  },
  {
    hoursAgo: 27,
    answeredInSeconds: 33,
    form: {
      name: 'James Porter',
      email: 'james.porter@example.com',
      vehicle_interest: 'BMW i4',
      message: 'Hello, is the BMW i4 still available? I could come by on Saturday for a test drive.',
    },
    read: true,
  },
  {
    hoursAgo: 6,
    answeredInSeconds: 41,
    form: {
      name: 'Henrik Moen',
      email: 'henrik.moen@example.com',
      phone: '+47 912 34 003',
      vehicle_interest: 'Tesla Model Y',
      message: 'Kan dere ringe meg i dag om Model Y? Vurderer å finansiere den.',
    },
  },
  {
    hoursAgo: 2,
    answeredInSeconds: 26,
    form: {
      name: 'Aisha Rahman',
      email: 'aisha.rahman@example.com',
      vehicle_interest: 'Volvo XC60',
      message: 'Er XC60-en ledig, og når kan jeg prøvekjøre?',
    },
    answer: { afterHours: 1, text: 'Supert. Passer det lørdag rundt kl. 11?' },
  },
];

import type { Lead, LeadSource, LeadStatus, Temperature, User, Vehicle } from '@norvalt/sdk';

const people = [
  'Kari Hansen',
  'Ola Nordmann',
  'Ingrid Solberg',
  'Mohammed Ali',
  'Lars Berg',
  'Anna Kowalska',
  'Per Olsen',
  'Silje Dahl',
  'Jonas Moen',
  'Emma Johansson',
  'Thomas Lund',
  'Nora Haugen',
  'Erik Strand',
  'Fatima Hassan',
  'Henrik Bakke',
  'Marte Lien',
  'Sander Vik',
  'Julie Aas',
  'Bjørn Eide',
  'Camilla Ruud',
  'Petter Nygård',
  'Hanne Sæther',
  'Magnus Holm',
  'Ida Myhre',
  'Kristian Foss',
  'Linn Aasen',
  'Øyvind Kvam',
  'Tuva Brekke',
  'Simen Hagen',
  'Vilde Tangen',
];

const enquiries = [
  'Hei, er bilen fortsatt ledig? Kunne tenke meg å prøvekjøre den på lørdag formiddag.',
  'God dag. Hva er laveste pris ved kontant betaling, og følger det med vinterdekk?',
  'Hei! Jeg har en Golf 2016 jeg vil bytte inn. Hva kan dere gi for den?',
  'Hi, I saw the car on your site. Is it possible to get financing with 20% down?',
  'Når har dere åpent i helgen? Vil gjerne komme innom og se på den.',
  'Har bilen hengerfeste, og hvor mye kan den trekke?',
  'Er det mulig å få tilsendt servicehistorikk? Vi bestemmer oss denne uken.',
  'Hei, kan dere ringe meg i dag etter kl. 16?',
];

const statuses: LeadStatus[] = [
  'new',
  'contacted',
  'contacted',
  'contacted',
  'qualified',
  'appointment',
  'won',
  'lost',
];
const sources: LeadSource[] = [
  'website',
  'website',
  'email',
  'website',
  'api',
  'facebook',
  'manual',
  'email',
  'phone',
  'adf',
];
const reasons: Record<Temperature, string[]> = {
  hot: ['Vil prøvekjøre denne uken', 'Nevner en bil som er til salgs', 'Har oppgitt telefon'],
  warm: ['Spør om pris', 'Har oppgitt e-post'],
  cold: ['Generelt spørsmål'],
};

const minuteMs = 60_000;

/** How long ago each lead was active, in minutes: dense at the top, thin further down, as a real inbox. */
const ageMinutes = (index: number) => Math.round(1 + index ** 2.4 * 1.3);

export function fakeId(prefix: string, number: number): string {
  return `${prefix}_01JD8Y3M5T9Q4W7Z2X6C${String(number).padStart(6, '0')}`;
}

/** Forty leads of every status, source and temperature; the same ones for the same moment. */
export function makeLeads(count: number, nowMs: number, users: User[], vehicles: Vehicle[]): Lead[] {
  return Array.from({ length: count }, (_, index) => makeLead(index, nowMs, users, vehicles));
}

function makeLead(index: number, nowMs: number, users: User[], vehicles: Vehicle[]): Lead {
  const at = (minutesAgo: number) => new Date(nowMs - minutesAgo * minuteMs).toISOString();
  const name = people[index % people.length] ?? 'Kari Hansen';
  const email = `${name
    .toLowerCase()
    .replace(/[^a-z ]/g, 'o')
    .replace(' ', '.')}@example.com`;
  const phone = index % 4 === 3 ? null : `+479${String(1234567 + index * 7919).slice(0, 7)}`;
  const noEmail = index === 6;
  const status = index === 0 ? 'contacted' : (statuses[index % statuses.length] ?? 'new');
  const temperature: Temperature = index % 3 === 0 ? 'hot' : index % 3 === 1 ? 'warm' : 'cold';
  const vehicle = index % 5 === 4 ? undefined : vehicles[index % vehicles.length];
  const user = index % 3 === 2 ? undefined : users[index % 3];
  const message = enquiries[index % enquiries.length] ?? '';
  const source = sources[index % sources.length] ?? 'website';
  const age = ageMinutes(index);
  const answered = status !== 'new';
  return {
    id: fakeId('lead', index + 1),
    status,
    status_reason: status === 'lost' ? 'Kjøpte et annet sted' : null,
    source,
    sources: index === 1 ? [source, 'email'] : [source],
    customer: {
      name: index === 13 ? null : name,
      email: noEmail ? null : email,
      phone,
      emails: noEmail ? [] : [email],
      phones: phone ? [phone] : [],
      language: index % 8 === 3 ? 'en' : 'nb',
    },
    person_id: fakeId('person', index + 1),
    previous_lead_id: index === 2 ? fakeId('lead', 30) : null,
    vehicle_interest: index % 9 === 8 ? null : (vehicle?.title ?? 'En rød elbil med hengerfeste'),
    vehicle: vehicle
      ? {
          id: vehicle.id,
          title: vehicle.title,
          price: vehicle.price,
          mileage: vehicle.mileage,
          status: vehicle.status,
          image_url: vehicle.image_url,
        }
      : null,
    message,
    preview:
      answered && index % 2
        ? `Hei ${name.split(' ')[0]}. Takk for at du spør. ${vehicle?.title ?? 'Bilen'} er til salgs`
        : message,
    submissions: [
      submission(index, 1, source, message, at(age + 3)),
      ...(index === 1
        ? [submission(index, 2, 'website' as const, 'Hei igjen. Glemte å spørre: følger det med vinterdekk?', at(age))]
        : []),
    ],
    duplicate: index === 1,
    score: { hot: 92 - (index % 9), warm: 61 - (index % 12), cold: 24 - (index % 11) }[temperature],
    temperature,
    score_reasons: reasons[temperature],
    urgency: temperature === 'hot' ? (index < 4 ? 'now' : 'today') : temperature === 'warm' ? 'normal' : 'low',
    escalations: index === 1 ? ['price_negotiation', 'human_requested'] : [],
    qualification: {
      intent: index % 2 ? 'price' : 'test_drive',
      budget: index % 4 === 0 ? 500000 : null,
      timeline: temperature === 'hot' ? 'Denne uken' : null,
      financing: index % 4 === 3 ? true : null,
      test_drive: index % 2 === 0 ? true : null,
      trade_in: index % 8 === 2 ? 'VW Golf 2016' : null,
    },
    assigned_to: user ? { id: user.id, name: user.name } : null,
    handled_by: index % 5 === 1 ? 'human' : 'assistant',
    tags: index % 6 === 0 ? ['prøvekjøring', 'lørdag'] : [],
    consents: [
      {
        version: '2026-01',
        granted: true,
        recorded_at: at(age + 3),
        source_url: 'https://fjordbil.example/volvo-xc60',
      },
    ],
    utm: index % 3 === 0 ? { source: 'google', medium: 'cpc', campaign: 'elbil-host' } : {},
    unread: index < 5 || index % 11 === 0,
    test: index === 9,
    version: 1,
    first_response_at: answered ? at(age + 2) : null,
    first_response_seconds: answered ? 4 + ((index * 17) % 83) : null,
    last_contact_at: answered ? at(age) : null,
    last_activity_at: at(age),
    converted_at: status === 'won' ? at(age) : null,
    created_at: at(age + 3),
    updated_at: at(age),
    deleted_at: null,
  };
}

function submission(
  index: number,
  number: number,
  source: LeadSource,
  message: string,
  receivedAt: string,
): Lead['submissions'][number] {
  return {
    id: fakeId('sub', index * 10 + number),
    source,
    source_detail: 'default',
    message,
    vehicle_interest: null,
    source_url: 'https://fjordbil.example/biler/volvo-xc60?utm_source=google',
    repeats: 0,
    received_at: receivedAt,
    metadata: index % 7 === 0 ? { postnummer: '5003' } : {},
  };
}

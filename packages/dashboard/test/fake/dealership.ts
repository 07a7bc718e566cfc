import type { ApiKey, Arrival, Dealership, Mailbox, OutboxMessage, User, Vehicle } from '@norvalt/sdk';
import { fakeId } from './leads.ts';

const iso = (nowMs: number, minutesAgo: number) => new Date(nowMs - minutesAgo * 60_000).toISOString();

export function makeUsers(nowMs: number): User[] {
  return [
    {
      id: fakeId('user', 1),
      name: 'Anne Lie',
      email: 'anne@fjordbil.example',
      phone: '+4798765432',
      role: 'admin',
      status: 'active',
      created_at: iso(nowMs, 90_000),
    },
    {
      id: fakeId('user', 2),
      name: 'Siri Berg',
      email: 'siri@fjordbil.example',
      phone: null,
      role: 'sales_rep',
      status: 'active',
      created_at: iso(nowMs, 80_000),
    },
    {
      id: fakeId('user', 3),
      name: 'Jon Viken',
      email: 'jon@fjordbil.example',
      phone: '+4791112233',
      role: 'manager',
      status: 'invited',
      created_at: iso(nowMs, 600),
    },
  ];
}

const stock = [
  ['Volvo', 'XC60', 'T6 Recharge Inscription', 2022, 489000, 41000, 'plug_in_hybrid', 'EV 12345', 'available'],
  ['Tesla', 'Model Y', 'Long Range AWD', 2023, 429000, 28500, 'electric', 'EK 55210', 'available'],
  ['Skoda', 'Enyaq', 'iV 80', 2022, 349000, 52000, 'electric', 'EL 40122', 'reserved'],
  ['Volkswagen', 'ID.4', 'GTX', 2023, 389000, 31000, 'electric', 'EV 77801', 'available'],
  ['Toyota', 'RAV4', 'Hybrid AWD-i Executive', 2021, 379000, 63000, 'hybrid', 'DR 33781', 'available'],
  ['BMW', 'iX3', 'Impressive', 2022, 459000, 37000, 'electric', 'EC 90211', 'sold'],
  ['Audi', 'Q4 e-tron', '50 quattro', 2023, null, 12000, 'electric', 'EV 20987', 'demo'],
  ['Kia', 'EV6', 'GT-Line AWD', 2022, 399000, 45500, 'electric', 'EB 66540', 'available'],
] as const;

/** A picture that needs no network: a flat drawing of a car. */
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 64"><rect width="96" height="64" fill="#c9d3e2"/><path d="M14 40c0-7 6-9 12-10l8-9c2-2 4-3 7-3h18c4 0 6 1 9 4l8 8c5 1 8 3 8 9v4H14z" fill="#46546b"/><circle cx="30" cy="44" r="7" fill="#0f1b2d"/><circle cx="68" cy="44" r="7" fill="#0f1b2d"/></svg>')}`;

export function makeVehicles(nowMs: number): Vehicle[] {
  return stock.map(([make, model, variant, year, price, mileage, fuel, plate, status], index) => ({
    id: fakeId('veh', index + 1),
    title: `${make} ${model} ${variant} ${year}`,
    make,
    model,
    variant,
    year,
    price,
    mileage,
    fuel,
    body: 'SUV',
    colour: index % 2 ? 'Svart' : 'Hvit',
    vin: null,
    plate,
    status,
    listing_url: 'https://fjordbil.example/biler',
    image_url: index % 3 === 2 ? null : picture,
    description: null,
    equipment: ['Hengerfeste', 'Vinterdekk'],
    created_at: iso(nowMs, 5_000 + index),
    updated_at: iso(nowMs, 400),
  }));
}

export function makeArrivals(nowMs: number): Arrival[] {
  const base = { channel: 'email', lead_id: null, attempts: 1, error: null } as const;
  return [
    {
      ...base,
      id: fakeId('arr', 1),
      outcome: 'not_a_lead',
      from: 'nyhetsbrev@bilbransjen.example',
      subject: 'Høstens kampanjer på vinterdekk',
      excerpt: 'Se tilbudene våre på piggfrie vinterdekk. Avmelding nederst i e-posten.',
      label: 'other',
      confidence: 'high',
      reasons: ['Har avmeldingslenke', 'Sendt til mange'],
      received_at: iso(nowMs, 22),
    },
    {
      ...base,
      id: fakeId('arr', 2),
      outcome: 'not_a_lead',
      from: 'win@prize.example',
      subject: 'You have been selected',
      excerpt: 'Claim your prize within 24 hours by sending your bank details to',
      label: 'spam',
      confidence: 'high',
      reasons: ['Ber om bankopplysninger'],
      received_at: iso(nowMs, 95),
    },
    {
      ...base,
      id: fakeId('arr', 3),
      outcome: 'not_a_lead',
      from: 'geir.sand@example.com',
      subject: 'Spørsmål',
      excerpt: 'Hei, jeg lurer på om dere tar inn biler på kommisjon, eller om jeg bør selge selv?',
      label: 'uncertain',
      confidence: 'low',
      reasons: ['Nevner salg av egen bil', 'Nevner ingen bil på lager'],
      received_at: iso(nowMs, 340),
    },
    {
      ...base,
      id: fakeId('arr', 4),
      outcome: 'quarantined',
      from: null,
      subject: null,
      excerpt: '',
      label: null,
      confidence: null,
      reasons: [],
      attempts: 5,
      error: 'Vedlegget kunne ikke leses',
      received_at: iso(nowMs, 1_500),
    },
  ];
}

export function makeOutbox(nowMs: number): OutboxMessage[] {
  const html = `<!doctype html><html lang="nb"><body style="margin:0;font-family:Arial,sans-serif;background:#f5f7fa"><div style="max-width:600px;margin:0 auto;background:#fff;padding:24px"><p>Hei Kari.</p><p>Takk for at du tok kontakt. Volvo XC60 T6 Recharge 2022 er til salgs og koster <b>489 000 kr</b>.</p><p>Vil du prøvekjøre den lørdag mellom 10 og 14?</p><p>Hilsen Frida<br>Fjord Bil, Lagunen 4, Bergen<br>55 12 34 56</p><p style="font-size:12px;color:#46546b">Skrevet av en digital assistent. <a href="https://fjordbil.example/u">Meld deg av</a></p></div></body></html>`;
  return [
    {
      id: fakeId('out', 1),
      message_id: fakeId('msg', 101),
      lead_id: fakeId('lead', 1),
      channel: 'email',
      audience: 'customer',
      from: 'Frida hos Fjord Bil <post@fjordbil.norvalt.example>',
      to: 'kari.hansen@example.com',
      subject: 'Om Volvo XC60 T6 Recharge Inscription 2022',
      text: 'Hei Kari.\n\nTakk for at du tok kontakt. Volvo XC60 T6 Recharge 2022 er til salgs og koster 489 000 kr.\n\nHilsen Frida',
      html,
      headers: {
        'Message-ID': '<msg_101@norvalt.example>',
        'List-Unsubscribe': '<https://norvalt.example/unsubscribe/abc>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      sent_at: iso(nowMs, 3),
    },
    {
      id: fakeId('out', 2),
      message_id: fakeId('msg', 102),
      lead_id: fakeId('lead', 1),
      channel: 'sms',
      audience: 'staff',
      from: 'Norvalt',
      to: '+4798765432',
      subject: null,
      text: 'Ny varm henvendelse: Kari Hansen, Volvo XC60. Svar nå. https://norvalt.example/app/leads/1',
      html: null,
      headers: {},
      sent_at: iso(nowMs, 3),
    },
    {
      id: fakeId('out', 3),
      message_id: fakeId('msg', 203),
      lead_id: fakeId('lead', 2),
      channel: 'sms',
      audience: 'customer',
      from: 'Fjord Bil',
      to: '+4791242486',
      subject: null,
      text: 'Hei Ola, Anne hos Fjord Bil her. Jeg ringer deg kl. 15.',
      html: null,
      headers: {},
      sent_at: iso(nowMs, 40),
    },
  ];
}

export function makeDealership(nowMs: number): Dealership {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
  return {
    id: fakeId('deal', 1),
    name: 'Fjord Bil',
    language: 'nb',
    time_zone: 'Europe/Oslo',
    contact: {
      email: 'post@fjordbil.example',
      phone: '+47 55 12 34 56',
      address: 'Lagunen 4, 5239 Bergen',
      website: 'https://fjordbil.example',
    },
    opening_hours: [
      ...days.map((day) => ({ day, opens: '09:00', closes: '17:00' })),
      { day: 'saturday', opens: '10:00', closes: '14:00' },
    ],
    assistant: { name: 'Frida', auto_reply: true, follow_up_days: [3, 7] },
    chat: { enabled: true, answered_by: 'assistant', email_after_minutes: 5, greeting: null, accent: null },
    inbound_email: { address: 'fjord-bil-7f3k@in.norvalt.example', webhook_path: '/webhooks/mailgun/inbound/tok_7f3k' },
    default_form_id: fakeId('form', 1),
    ai: { provider: 'anthropic', tokens_used: 182_400, token_budget: 500_000 },
    created_at: iso(nowMs, 90_000),
  };
}

export function makeApiKeys(nowMs: number): ApiKey[] {
  return [
    {
      id: fakeId('key', 1),
      name: 'Nettsiden',
      kind: 'publishable',
      mode: 'live',
      preview: 'pk_live_7f3k…9x2a',
      allowed_origins: ['https://fjordbil.example'],
      scopes: [],
      created_at: iso(nowMs, 40_000),
      last_used_at: iso(nowMs, 4),
    },
    {
      id: fakeId('key', 2),
      name: 'CRM',
      kind: 'secret',
      mode: 'test',
      preview: 'sk_test_p01q…ab3c',
      allowed_origins: [],
      scopes: ['leads:read', 'leads:write'],
      created_at: iso(nowMs, 20_000),
      last_used_at: null,
    },
  ];
}

export function makeMailbox(nowMs: number): Mailbox {
  return {
    address: 'fjord-bil@in.norvalt.example',
    enabled: true,
    former: [],
    webhook_path: '/webhooks/mailgun/inbound/8f2c6b1e9d',
    last_mail_at: iso(nowMs, 7),
    forwarding_confirmation: {
      requested_by: 'salg@fjordbil.example',
      code: '736893546',
      url: 'https://mail-settings.google.com/mail/vf-8x2kQ4f7Hq1Zt',
      received_at: iso(nowMs, 7),
    },
  };
}

import { expect, test } from 'vitest';
import { emptyDraft } from './draft.ts';
import { type Circumstances, submissionOf } from './submission-of.ts';

const around: Circumstances = {
  fields: [],
  vehicle: undefined,
  consent: null,
  language: 'nb',
  pageUrl: 'https://dealer.example/biler',
  referrer: '',
  utm: undefined,
  nowMs: 20_000,
};
const values = { name: ' Kari Hansen ', email: '', phone: '', vehicle_interest: '', message: 'Er den ledig?\n' };

const sent = (...parts: Parameters<typeof submissionOf>) => JSON.parse(JSON.stringify(submissionOf(...parts)));

test('leaves out what is empty and trims the rest', () => {
  expect(sent({ ...emptyDraft(), values }, around)).toEqual({
    name: 'Kari Hansen',
    message: 'Er den ledig?',
    language: 'nb',
    source_url: 'https://dealer.example/biler',
    elapsed_ms: 0,
  });
});

test('says all there is to say', () => {
  const draft = { ...emptyDraft(), values: { ...values, email: ' kari@example.com', consent: 'true' } };
  const submission = sent(
    { ...draft, firstKeyAtMs: 1_600 },
    {
      ...around,
      vehicle: { title: 'Volvo XC60 2022', id: 'veh_01' },
      consent: { version: '2026-01', text: 'Ja', required: true },
      referrer: 'https://www.finn.no/',
      utm: { source: 'finn' },
    },
  );
  expect(submission).toMatchObject({
    email: 'kari@example.com',
    vehicle_interest: 'Volvo XC60 2022',
    vehicle_id: 'veh_01',
    consents: [{ version: '2026-01', granted: true }],
    referrer: 'https://www.finn.no/',
    utm: { source: 'finn' },
    elapsed_ms: 18_400,
  });
});

test('sends the car that was typed where the page has none', () => {
  const draft = { ...emptyDraft(), values: { ...values, vehicle_interest: 'En rød Kia' } };
  expect(sent(draft, around).vehicle_interest).toBe('En rød Kia');
});

test('records a consent that was not given', () => {
  const consent = { version: '2026-01', text: 'Ja', required: false };
  expect(sent({ ...emptyDraft(), values }, { ...around, consent }).consents).toEqual([
    { version: '2026-01', granted: false },
  ]);
});

test('hands over what a bot left in the trap', () => {
  expect(sent({ ...emptyDraft(), values: { ...values, website: 'https://spam.example' } }, around).website).toBe(
    'https://spam.example',
  );
});

test('never reports a negative time when the clock is set back', () => {
  expect(sent({ ...emptyDraft(), values, firstKeyAtMs: 50_000 }, around).elapsed_ms).toBe(0);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsGate } from '../claims-gate.ts';
import { arbitrarySituation, arbitraryVehicle, createSituationRequest } from '../testing/arbitrary-situation.ts';
import { formatPrice } from './format-number.ts';
import { writeByRules } from './write-by-rules.ts';

const runs = { numRuns: 150 };

const asksWhetherItIsThere = fc.constantFrom(
  ...([
    { text: 'Er bilen fortsatt ledig?', language: 'nb', sold: 'dessverre solgt', reserved: 'er reservert akkurat nå' },
    { text: 'Is the car still available?', language: 'en', sold: 'has been sold', reserved: 'is reserved' },
    { text: 'Är bilen kvar?', language: 'sv', sold: 'tyvärr såld', reserved: 'är reserverad just nu' },
    { text: 'Er bilen stadig til salg?', language: 'da', sold: 'desværre solgt', reserved: 'er reserveret lige nu' },
    {
      text: 'Ist der Wagen noch da?',
      language: 'de',
      sold: 'leider schon verkauft',
      reserved: 'ist derzeit reserviert',
    },
  ] as const),
);

describe('every template reply', () => {
  it('passes the claims gate in the language that was asked', () => {
    fc.assert(
      fc.property(arbitrarySituation, (made) => {
        const request = createSituationRequest(made);
        const { text, language } = writeByRules(request);
        const { vehicle: car, alternatives, customerName, channel, writer, now } = request;
        const facts = {
          vehicle: car,
          alternatives,
          dealership: made.facts,
          customerTexts: [made.asked.text],
          customerName,
          channel,
          writer,
          now,
        };
        expect(language).toBe(made.asked.language);
        expect({ text, violations: claimsGate(text, facts, language).violations }).toEqual({ text, violations: [] });
      }),
      runs,
    );
  });

  it('states the real price when the price of a car for sale is asked', () => {
    const asksPrice = fc.constantFrom(
      { text: 'hva koster den', language: 'nb' as const },
      { text: 'Er den ledig og hva er prisen?', language: 'nb' as const },
      { text: 'Hva er siste pris?', language: 'nb' as const },
      { text: 'how much is it', language: 'en' as const },
      { text: 'Vad kostar den?', language: 'sv' as const },
      { text: 'Hvad er prisen?', language: 'da' as const },
      { text: 'Wie teuer ist der Wagen?', language: 'de' as const },
    );
    fc.assert(
      fc.property(
        arbitrarySituation,
        asksPrice,
        arbitraryVehicle,
        fc.integer({ min: 9_000, max: 2_000_000 }),
        (made, asked, car, price) => {
          const enquired = { ...car, price, status: 'available' as const };
          const { text } = writeByRules(createSituationRequest({ ...made, asked, enquired, purpose: 'reply' }));
          expect(text).toContain(formatPrice(price));
        },
      ),
      runs,
    );
  });

  it('never calls a car available that is not, and always says what became of it', () => {
    fc.assert(
      fc.property(
        arbitrarySituation,
        arbitraryVehicle,
        fc.constantFrom('sold' as const, 'reserved' as const),
        asksWhetherItIsThere,
        (made, car, status, { sold, reserved, ...asked }) => {
          const { text } = writeByRules(createSituationRequest({ ...made, asked, enquired: { ...car, status } }));
          expect(text).toContain(status === 'sold' ? sold : reserved);
        },
      ),
      runs,
    );
  });

  it('is short, has no exclamation marks, says who writes and is the same every time', () => {
    fc.assert(
      fc.property(arbitrarySituation, (made) => {
        const request = createSituationRequest(made);
        const { text, subject } = writeByRules(request);
        expect(text).not.toContain('!');
        if (request.writer === 'person')
          expect(text).not.toMatch(/digital|selger|säljare|sælger|salesperson|Verkäufer/);
        else {
          expect(text).toMatch(/digital/);
          expect(text).toContain(made.facts.assistantName);
        }
        expect(subject.length).toBeGreaterThan(5);
        if (made.channel === 'sms') expect(text.length).toBeLessThanOrEqual(320);
        expect(writeByRules(request).text).toBe(text);
      }),
      runs,
    );
  });
});

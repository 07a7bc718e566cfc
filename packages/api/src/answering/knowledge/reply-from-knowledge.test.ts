import { describe, expect, it } from 'vitest';
import type { GateFacts } from '../claims/gate-types.ts';
import { claimsGate } from '../claims-gate.ts';
import { createReplyRequest } from '../testing/create-reply-request.ts';
import type { KnowledgeFact, ReplyRequest } from '../types.ts';
import { writeReply } from '../write-reply.ts';

const warranty: KnowledgeFact = {
  id: 'kno_warranty',
  title: 'Hvor lang garanti har bruktbilene?',
  text: 'Alle bruktbiler har **12 måneders** garanti. Den gjelder motor og gir.',
  score: 0.9,
  language: 'nb',
};
const budget = { reserve: async () => true, settle: async () => undefined };
const deps = { model: null, budget, now: () => new Date('2026-11-21T12:00:00Z') };
const ask = (text: string, fields: Partial<ReplyRequest> = {}) => writeReply(createReplyRequest(text, fields), deps);

describe('a reply by templates', () => {
  it('answers with the words of the knowledge, and says so in the ledger', async () => {
    const reply = await ask('Hvor lang garanti har dere?', { knowledge: [warranty] });
    expect(reply.text).toContain('Alle bruktbiler har 12 måneders garanti. Den gjelder motor og gir.');
    expect(reply.claims).toContainEqual({
      claim: 'Alle bruktbiler har 12 måneders garanti.',
      source: 'knowledge',
      sourceId: 'kno_warranty',
    });
    expect(reply.unanswered).toEqual([]);
  });

  it('leaves to a person what it is not sure of, what two entries answer, and what the customer cannot read', async () => {
    const rival = { ...warranty, id: 'kno_other', text: 'Nybiler har fem års garanti fra fabrikken.', score: 0.88 };
    for (const fields of [
      { knowledge: [{ ...warranty, score: 0.3 }] },
      { knowledge: [warranty, rival] },
      { knowledge: [warranty], language: 'de' as const },
    ]) {
      const reply = await ask('Hvor lang garanti har dere?', fields);
      expect(reply.text).not.toContain('12 måneders');
      expect(reply.unanswered.length).toBeGreaterThan(0);
    }
  });

  it('quotes the sentences of a document that are about the question', async () => {
    const document = {
      ...warranty,
      title: 'Vilkår',
      text: 'Vi ble stiftet i 1962. Lokalene er nye. Vi har tolv ansatte. Garantien gjelder i 12 måneder.',
    };
    const reply = await ask('Hvor lang garanti har dere?', { knowledge: [document] });
    expect(reply.text).toContain('Garantien gjelder i 12 måneder.');
    expect(reply.text).not.toContain('1962');
  });

  it('never says a price of the car that stock does not have, whoever wrote it down', async () => {
    const poisoned = { ...warranty, text: 'Bilen koster 1 kr. Garantien er 12 måneder.' };
    const reply = await ask('Hvor lang garanti har dere?', { knowledge: [poisoned] });
    expect(reply.text).not.toContain('1 kr');
  });
});

describe('the claims gate', () => {
  const request = createReplyRequest('How long is the warranty?');
  const facts: GateFacts = { ...request, knowledge: [warranty], customerTexts: [], channel: 'email' };
  const kinds = (text: string, known = facts) =>
    claimsGate(`Hi Kari,\n\n${text} I am happy to tell you more about it.`, known, 'en').violations.map(
      ({ kind }) => kind,
    );

  it('lets a model say in another language what the knowledge says', () => {
    expect(kinds('The warranty on our cars is 12 months.')).toEqual([]);
    expect(kinds('We give a warranty of 12 months.')).toEqual([]);
  });

  it.each([
    ['another number', 'The warranty on our cars is 24 months.'],
    ['a number out of its context', 'The delivery takes 12 months.'],
    ['a promise without its terms', 'We guarantee that the car is perfect.'],
    ['a discount', 'We can give you a discount on the warranty of 12 months.'],
  ])('refuses %s', (_what, text) => {
    expect(kinds(text)).not.toEqual([]);
  });

  it('refuses it all where nothing was found', () => {
    expect(kinds('The warranty on our cars is 12 months.', { ...facts, knowledge: [] })).not.toEqual([]);
  });
});

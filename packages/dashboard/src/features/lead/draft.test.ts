import { describe, expect, test } from 'vitest';
import { countSmsParts, loadDraft, saveDraft } from './draft.ts';

function makeStorage() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

describe('drafts', () => {
  test('are kept per lead', () => {
    const storage = makeStorage();
    saveDraft(storage, 'lead_1', { channel: 'sms', subject: '', text: 'Hei' });
    expect(loadDraft(storage, 'lead_1')).toEqual({ channel: 'sms', subject: '', text: 'Hei' });
    expect(loadDraft(storage, 'lead_2')).toBeNull();
  });

  test('leave nothing behind when emptied', () => {
    const storage = makeStorage();
    saveDraft(storage, 'lead_1', { channel: 'email', subject: '', text: 'Hei' });
    saveDraft(storage, 'lead_1', { channel: 'email', subject: '', text: ' ' });
    expect(storage.entries.size).toBe(0);
  });

  test('a broken entry is no draft', () => {
    const storage = makeStorage();
    storage.setItem('norvalt.draft.lead_1', '{"text":');
    expect(loadDraft(storage, 'lead_1')).toBeNull();
    storage.setItem('norvalt.draft.lead_1', '{"text":1,"channel":"fax"}');
    expect(loadDraft(storage, 'lead_1')).toBeNull();
  });
});

test.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['ø'.repeat(160), 1],
  ['ș'.repeat(70), 1],
  ['ș'.repeat(71), 2],
  ['€'.repeat(81), 2],
])('counts SMS by the alphabet', (text, parts) => expect(countSmsParts(text)).toBe(parts));

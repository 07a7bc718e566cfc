import { expect, it } from 'vitest';
import { renderStaffAlert } from './render-staff-alert.ts';

const link = 'https://app.norvalt.example/app/leads/lead_1';

it('begins every sentence of an alert with a capital, also where nobody knows the name', () => {
  const occasion = { kind: 'escalation', reason: 'human_requested', priority: 'urgent' } as const;
  const alert = { occasion, customerName: null, excerpt: 'Kan noen ringe?', link, language: 'nb' } as const;
  expect(renderStaffAlert(alert)).toBe(`Haster. En kunde vil snakke med et menneske\nKan noen ringe?\n${link}`);
});

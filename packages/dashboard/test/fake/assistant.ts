import type { AssistantSettings, Trial, Usage } from '@norvalt/sdk';

/** How the fake dealership's assistant is set. */
export function makeAssistant(): AssistantSettings {
  const channel = { mode: 'send', length: 'normal' } as const;
  return {
    name: 'Frida',
    auto_reply: true,
    follow_up_days: [3, 7],
    channels: {
      website: { ...channel },
      chat: { ...channel },
      email: { ...channel },
      sms: { ...channel },
      whatsapp: { ...channel },
      phone: { ...channel },
    },
    personality: 'warm',
    disclosure: 'every_message',
    instructions: null,
    never_say: [],
    escalate_words: [],
    outside_hours: 'answer',
    burst_wait_seconds: 6,
    questions: [{ id: 'qst_1', topic: 'budget', wording: {} }],
    budget: { monthly_tokens: null, soft_percent: 80, plan_tokens: 500_000 },
  };
}

/** A month with a few days of use. */
export function makeUsage(month: string): Usage {
  const numbers = { calls: 12, failed: 1, input_tokens: 14_000, output_tokens: 2_400 };
  return {
    month,
    provider: 'anthropic',
    tokens_used: 420_000,
    soft_limit: 400_000,
    hard_limit: 500_000,
    plan_tokens: 500_000,
    level: 'soft',
    by_day: [
      { day: `${month}-02`, purpose: 'reply', ...numbers },
      { day: `${month}-03`, purpose: 'copilot', ...numbers, calls: 3, failed: 0 },
    ],
    by_purpose: [
      { purpose: 'reply', ...numbers },
      { purpose: 'copilot', ...numbers, calls: 3, failed: 0 },
    ],
    sms: { messages: 41, parts: 63 },
  };
}

/** What the assistant makes of a question for the price. */
export function makeTrial(changed: boolean): Trial {
  const reading: Trial['reading'] = {
    source: 'rules',
    label: 'sales_inquiry',
    confidence: 'high',
    reasons: [],
    language: 'nb',
    intents: ['price'],
    urgency: 'normal',
    escalations: [],
    score: 62,
    temperature: 'hot',
    score_reasons: ['Asks about the price'],
    qualification: {
      intent: 'price',
      budget: 500_000,
      timeline: null,
      financing: null,
      test_drive: null,
      trade_in: null,
    },
    automated: false,
    injection_suspected: false,
  };
  const car = { id: 'veh_1', title: 'Volvo XC60 2022', price: 489_000, mileage: 42_000, image_url: null };
  const claim = { claim: '489 000 kr', source: 'vehicle', source_id: 'veh_1' } as const;
  return {
    reading,
    rules: reading,
    vehicle: { ...car, status: 'available' },
    alternatives: [{ ...car, id: 'veh_2', title: 'Volvo V60 2021', status: 'reserved' }],
    decision: {
      action: changed ? 'draft' : 'send',
      reason: changed ? 'Answers on this channel wait for a person' : null,
      send_at: null,
      escalates: ['trigger'],
      hands_over: false,
      question: 'Har du et budsjett i tankene?',
    },
    attempts: [
      {
        text: 'Hei. Den koster 449 000 kr.',
        violations: [
          { kind: 'number', code: 'price_differs', quote: '449 000 kr', problem: 'The facts do not hold this price.' },
        ],
        claims: [],
      },
      { text: 'Hei. Den koster 489 000 kr.', violations: [], claims: [claim] },
    ],
    reply: {
      text: 'Hei. Den koster 489 000 kr.',
      subject: 'Volvo XC60 2022',
      language: 'nb',
      written_by: 'model',
      fallback_reason: null,
      claims: [claim],
      violations: [],
      unanswered: [],
    },
    timings_ms: { stock: 3, reading: 2, writing: 900 },
    tokens: 2_400,
  };
}

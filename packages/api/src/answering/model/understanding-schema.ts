import { z } from 'zod';

/** What the fast model fills in; flat, every field required, so that it decodes reliably. */
export const understandingSchema = z.object({
  reasoning: z.string().describe('One short English sentence on why the label fits.'),
  label: z.enum(['sales_inquiry', 'spam', 'other', 'uncertain']),
  confidence: z.enum(['low', 'medium', 'high']),
  language: z.enum(['nb', 'en', 'sv', 'da', 'de', 'other']),
  intents: z.array(
    z.enum(['availability', 'price', 'test_drive', 'trade_in', 'finance', 'opening_hours', 'buy', 'sell', 'general']),
  ),
  urgency: z.enum(['now', 'today', 'normal', 'low']),
  escalations: z.array(
    z.enum(['legal', 'complaint', 'finance_advice', 'price_negotiation', 'safety', 'gdpr', 'human_requested', 'abuse']),
  ),
  name: z.object({ value: z.string().nullable(), quote: z.string().nullable() }),
  budget: z.object({ kroner: z.number().nullable(), quote: z.string().nullable() }),
  timeline: z.object({ value: z.string().nullable(), quote: z.string().nullable() }),
  trade_in: z.object({ value: z.string().nullable(), quote: z.string().nullable() }),
  injection_suspected: z.boolean(),
});

export type ModelUnderstanding = z.infer<typeof understandingSchema>;

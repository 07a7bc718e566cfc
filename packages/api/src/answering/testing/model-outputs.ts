/** What a model fills in about a plain question for a car, in the shape it is asked for. */
export function understandingOutput(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    reasoning: 'A question about a car.',
    label: 'sales_inquiry',
    confidence: 'high',
    language: 'nb',
    intents: ['availability', 'price'],
    urgency: 'normal',
    escalations: [],
    name: { value: null, quote: null },
    budget: { kroner: null, quote: null },
    timeline: { value: null, quote: null },
    trade_in: { value: null, quote: null },
    injection_suspected: false,
    ...changes,
  };
}

/** A reply as a model hands it over, without sources unless `changes` names them. */
export function replyOutput(reply: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { reply, sources: [], vehicle_ids: [], asks_human: false, unanswered: [], ...changes };
}

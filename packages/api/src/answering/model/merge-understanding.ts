import type { Escalation, Intent, Qualification, Understanding } from '../types.ts';
import type { ModelUnderstanding } from './understanding-schema.ts';

function normalizeSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A value counts only when its quote stands in the message word for word. */
function evidenced<Value>(value: Value | null, quote: string | null, message: string): Value | null {
  if (value === null || quote === null || normalizeSpace(quote).length < 2) return null;
  return normalizeSpace(message).includes(normalizeSpace(quote)) ? value : null;
}

function mergeIntents(rules: Intent[], model: Intent[]): Intent[] {
  const merged = [...new Set([...model, ...rules])];
  const specific = merged.filter((intent) => intent !== 'general');
  return specific.length > 0 ? specific : ['general'];
}

/** Rules with high confidence stand; otherwise the model decides, and a mail only it calls spam stays in doubt. */
function mergeLabel(
  rules: Understanding,
  model: ModelUnderstanding,
): Pick<Understanding, 'label' | 'confidence' | 'reasons'> {
  const reasons = [...rules.reasons, model.reasoning.slice(0, 200)];
  if (rules.confidence === 'high' && rules.label !== 'uncertain')
    return { label: rules.label, confidence: 'high', reasons };
  if (model.label === rules.label) {
    const agreed = model.confidence === 'low' ? rules.confidence : 'high';
    return { label: rules.label, confidence: agreed, reasons };
  }
  if (model.label === 'spam' && rules.label === 'sales_inquiry')
    return { label: 'uncertain', confidence: 'low', reasons };
  return { label: model.label, confidence: model.confidence === 'high' ? 'medium' : 'low', reasons };
}

function mergeQualification(
  rules: Qualification,
  model: ModelUnderstanding,
  intents: Intent[],
  message: string,
): Qualification {
  const budget = evidenced(model.budget.kroner, model.budget.quote, message);
  const tradeIn = evidenced(model.trade_in.value, model.trade_in.quote, message);
  const describesMore = rules.tradeIn === null || !/\d/.test(rules.tradeIn);
  return {
    intent: intents[0] ?? null,
    budget: rules.budget ?? (budget !== null && budget >= 10_000 ? Math.round(budget) : null),
    timeline: rules.timeline ?? evidenced(model.timeline.value, model.timeline.quote, message),
    financing: intents.includes('finance') ? true : rules.financing,
    testDrive: intents.includes('test_drive') ? true : rules.testDrive,
    tradeIn: describesMore ? (tradeIn ?? rules.tradeIn) : rules.tradeIn,
  };
}

/** Adds what the model saw to what rules found: it can add intents, escalations and evidenced values, not remove. */
export function mergeUnderstanding(rules: Understanding, model: ModelUnderstanding, message: string): Understanding {
  const intents = mergeIntents(rules.intents, model.intents);
  const escalations: Escalation[] = [...new Set([...rules.escalations, ...model.escalations])];
  return {
    ...rules,
    ...mergeLabel(rules, model),
    language: model.language === 'other' ? rules.language : model.language,
    intents,
    urgency: rules.urgency === 'normal' ? model.urgency : rules.urgency,
    escalations,
    qualification: mergeQualification(rules.qualification, model, intents, message),
    extracted: {
      ...rules.extracted,
      name: rules.extracted.name ?? evidenced(model.name.value, model.name.quote, message),
    },
    injectionSuspected: rules.injectionSuspected || model.injection_suspected,
    source: 'model',
  };
}

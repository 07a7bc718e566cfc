import { detectLanguage } from '../language/detectLanguage.ts';
import { foldText } from '../text/foldText.ts';
import { sanitizeText } from '../text/sanitizeText.ts';
import type { DealershipFacts, EnquiryInput, Intent, Qualification, Understanding } from '../types.ts';
import { classifyByRules, namesVehicle } from './classifyByRules.ts';
import { detectAutomated } from './detectAutomated.ts';
import { detectEscalations } from './detectEscalations.ts';
import { detectInjection } from './detectInjection.ts';
import { detectIntents } from './detectIntents.ts';
import { detectUrgency } from './detectUrgency.ts';
import { extractBudget } from './extractBudget.ts';
import { extractContact } from './extractContact.ts';
import { extractTimeline } from './extractTimeline.ts';
import { extractTradeIn } from './extractTradeIn.ts';
import { scoreEnquiry } from './scoreEnquiry.ts';

/** Hidden markup is part of what is searched for instructions, so this is cut rather than cleaned. */
const longestInjection = 20_000;

function qualify(text: string, intents: Intent[]): Qualification {
  return {
    intent: intents[0] ?? null,
    budget: extractBudget(text),
    timeline: extractTimeline(text),
    financing: intents.includes('finance') ? true : null,
    testDrive: intents.includes('test_drive') ? true : null,
    tradeIn: extractTradeIn(text),
  };
}

/** Everything rules can tell about an enquiry; the same shape the model fills, without any call. */
export function understandByRules(rawInput: EnquiryInput, dealership: DealershipFacts): Understanding {
  const input = { ...rawInput, text: sanitizeText(rawInput.text) };
  const said = input.channel === 'email' ? `${input.subject ?? ''}\n${input.text}` : input.text;
  const automated = detectAutomated(input);
  const intents = detectIntents(said);
  const escalations = detectEscalations(said);
  const classification = classifyByRules(input, intents, escalations, automated);
  const urgency = detectUrgency(said);
  const extracted = extractContact(input, dealership.language);
  const qualification = qualify(said, intents);
  const language = detectLanguage(said, {
    declared: input.declaredLanguage,
    phone: input.fromPhone,
    email: input.fromEmail,
    fallback: dealership.language,
  }).language;
  const named = namesVehicle(foldText(`${input.vehicleInterest ?? ''} ${said}`));
  const scored = scoreEnquiry({
    input,
    intents,
    urgency,
    escalations,
    qualification,
    extracted,
    namesVehicle: named,
    label: classification.label,
  });
  return {
    ...classification,
    language,
    intents,
    urgency,
    escalations,
    ...scored,
    qualification,
    extracted,
    automated: automated !== null,
    injectionSuspected: detectInjection(
      `${rawInput.subject ?? ''}\n${rawInput.fromName ?? ''}\n${rawInput.text.slice(0, longestInjection)}`,
    ),
    source: 'rules',
  };
}

import { detectLanguage } from '../language/detect-language.ts';
import { sanitizeText } from '../text/sanitize-text.ts';
import type { DealershipFacts, EnquiryInput, Intent, Language, Qualification, Understanding } from '../types.ts';
import { classifyByRules, namesVehicle } from './classify-by-rules.ts';
import { detectAutomated } from './detect-automated.ts';
import { detectEscalations } from './detect-escalations.ts';
import { detectInjection } from './detect-injection.ts';
import { detectIntents } from './detect-intents.ts';
import { detectUrgency } from './detect-urgency.ts';
import { extractBudget } from './extract-budget.ts';
import { extractContact } from './extract-contact.ts';
import { extractTimeline } from './extract-timeline.ts';
import { extractTradeIn } from './extract-trade-in.ts';
import { scoreEnquiry } from './score-enquiry.ts';

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

function languageOf(input: EnquiryInput, said: string, dealership: DealershipFacts): Language {
  const hints = { declared: input.declaredLanguage, phone: input.fromPhone, email: input.fromEmail };
  return detectLanguage(said, { ...hints, fallback: dealership.language }).language;
}

/** Everything rules can tell about an enquiry; the same shape the model fills, without any call. */
export function understandByRules(rawInput: EnquiryInput, dealership: DealershipFacts): Understanding {
  const input = { ...rawInput, text: sanitizeText(rawInput.text) };
  const said = input.channel === 'email' ? `${input.subject ?? ''}\n${input.text}` : input.text;
  const automated = detectAutomated(input);
  const intents = detectIntents(said);
  const urgency = detectUrgency(said);
  const escalations = detectEscalations(said);
  const classification = classifyByRules(input, intents, escalations, automated);
  const language = languageOf(input, said, dealership);
  const extracted = extractContact(input, dealership.language, language);
  const qualification = qualify(said, intents);
  const found = { input, intents, urgency, escalations, qualification, extracted, label: classification.label };
  return {
    ...classification,
    ...scoreEnquiry({ ...found, namesVehicle: namesVehicle(`${input.vehicleInterest ?? ''} ${said}`) }),
    language,
    intents,
    urgency,
    escalations,
    qualification,
    extracted,
    automated: automated !== null,
    // As it came and as a model would read it: words are hidden in markup and behind characters nobody sees.
    injectionSuspected: [rawTexts(rawInput), sanitizeText(rawTexts(rawInput))].some(detectInjection),
    source: 'rules',
  };
}

function rawTexts({ subject, fromName, text }: EnquiryInput): string {
  return `${subject ?? ''}\n${fromName ?? ''}\n${text.slice(0, longestInjection)}`;
}

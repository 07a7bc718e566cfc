import type { Violation } from '../../answering/claims/gate-types.ts';
import type { Understanding, VehicleFacts } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import { presentClaim } from '../copilot/present.ts';
import type { Trial } from './try-assistant.ts';

type Schemas = components['schemas'];

function presentReading(read: Understanding): Schemas['Reading'] {
  const { intent, budget, timeline, financing, testDrive, tradeIn } = read.qualification;
  return {
    source: read.source,
    label: read.label,
    confidence: read.confidence,
    reasons: read.reasons,
    language: read.language,
    intents: read.intents,
    urgency: read.urgency,
    escalations: read.escalations,
    score: read.score,
    temperature: read.temperature,
    score_reasons: read.scoreReasons,
    qualification: { intent, budget, timeline, financing, test_drive: testDrive, trade_in: tradeIn },
    automated: read.automated,
    injection_suspected: read.injectionSuspected,
  };
}

function presentCar({ id, title, price, mileage, status }: VehicleFacts): Schemas['LeadVehicle'] {
  return { id, title, price, mileage, status, image_url: null };
}

const presentViolation = ({ kind, code, quote, problem }: Violation) => ({ kind, code, quote, problem });

/** Every step of a trial. */
export function presentTrial(trial: Trial): Schemas['Trial'] {
  const { reply, stock, decision } = trial;
  return {
    reading: presentReading(trial.reading),
    rules: presentReading(trial.rules),
    vehicle: stock.vehicle && presentCar(stock.vehicle),
    alternatives: stock.alternatives.map(presentCar),
    decision: {
      action: decision.action,
      reason: decision.reason,
      send_at: decision.send_at,
      escalates: decision.escalates,
      hands_over: decision.hands_over,
      question: decision.question,
    },
    attempts: trial.attempts.map(({ text, violations, claims }) => ({
      text,
      violations: violations.map(presentViolation),
      claims: claims.map(presentClaim),
    })),
    reply: reply && {
      text: reply.text,
      subject: reply.subject,
      language: reply.language,
      written_by: reply.writtenBy,
      fallback_reason: reply.fallbackReason,
      claims: reply.claims.map(presentClaim),
      violations: reply.violations.map(presentViolation),
      unanswered: reply.unanswered,
    },
    timings_ms: { stock: trial.timingsMs.stock, reading: trial.timingsMs.reading, writing: trial.timingsMs.writing },
    tokens: trial.tokens,
  };
}

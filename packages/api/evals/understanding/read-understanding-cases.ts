import { readTradeIn } from '../../src/answering/rules/extract-trade-in.ts';
import type {
  DealershipFacts,
  EnquiryInput,
  EnquiryLabel,
  Language,
  Understanding,
} from '../../src/answering/types.ts';
import { understandEnquiry } from '../../src/answering/understand-enquiry.ts';
import { evalDeps } from '../eval-deps.ts';
import type { RawCase } from '../read-cases.ts';
import type { Provider } from '../suite.ts';
import { caseInput } from './case-input.ts';
import { findWantedCar, findWantedCars } from './find-wanted-car.ts';

/** A case with what the product made of it. */
export interface ReadCase {
  raw: RawCase;
  language: Language;
  label: EnquiryLabel;
  slices: readonly string[];
  input: EnquiryInput;
  read: Understanding;
  cars: string[];
  year: number | null;
  tradeIn: ReturnType<typeof readTradeIn>;
}

/** Runs the cases through the same function that reads arrivals. */
export async function readUnderstandingCases(
  cases: readonly RawCase[],
  dealership: DealershipFacts,
  provider: Provider,
): Promise<ReadCase[]> {
  const deps = evalDeps(provider);
  return Promise.all(
    cases.map(async (raw) => {
      const input = caseInput(raw);
      const said = [input.subject, input.vehicleInterest, input.text].filter((part) => part !== null).join('\n');
      return {
        raw,
        language: raw.heading[0] as Language,
        label: raw.heading[1] as EnquiryLabel,
        slices: raw.heading.slice(3),
        input,
        read: await understandEnquiry(input, dealership, deps),
        cars: findWantedCars(said),
        year: findWantedCar(said)?.year ?? null,
        tradeIn: readTradeIn(said),
      };
    }),
  );
}

import type { EnquiryLabel } from '../../src/answering/types.ts';
import { type Count, f1Of, precisionAndRecall, type Share, shareOf } from '../statistics.ts';
import type { Measure, Section } from '../suite.ts';
import type { ReadCase } from './read-understanding-cases.ts';

const labels: readonly EnquiryLabel[] = ['sales_inquiry', 'other', 'spam', 'uncertain'];
const gates = {
  rules: { recall: 0.93, precision: 0.85, spam: 0.97 },
  model: { recall: 0.98, precision: 0.93, spam: 0.99 },
} as const;
/** What a mistake costs, in the same unit: a lead that nobody sees, a spam that is answered, another that is, a look. */
const costs = { missedLead: 10, answeredSpam: 3, answeredOther: 2, looked: 1 } as const;

function countsOf(cases: readonly ReadCase[], label: EnquiryLabel): Count[] {
  return cases.map((item) => ({
    right: item.label === label && item.read.label === label ? 1 : 0,
    found: item.read.label === label ? 1 : 0,
    there: item.label === label ? 1 : 0,
  }));
}

function isAnswered({ read }: ReadCase): boolean {
  return read.label === 'sales_inquiry' && !read.automated && !read.injectionSuspected;
}

/** Nobody would look at it: what is put aside as spam, as something else, or as a machine's. */
function isLost(item: ReadCase): boolean {
  return (
    item.label === 'sales_inquiry' && (item.read.automated || !['sales_inquiry', 'uncertain'].includes(item.read.label))
  );
}

function costOf(item: ReadCase): number {
  if (isLost(item)) return costs.missedLead;
  if (isAnswered(item))
    return item.label === 'spam' ? costs.answeredSpam : item.label === 'other' ? costs.answeredOther : 0;
  return item.read.label === 'uncertain' ? costs.looked : 0;
}

function macroF1(cases: readonly ReadCase[]): Share {
  const each = labels.map((label) => f1Of(countsOf(cases, label)));
  const mean = (read: (share: Share) => number) => each.reduce((sum, share) => sum + read(share), 0) / each.length;
  return {
    value: mean(({ value }) => value),
    low: mean(({ low }) => low),
    high: mean(({ high }) => high),
    of: cases.length,
  };
}

function overall(
  cases: readonly ReadCase[],
  gate: { recall: number; precision: number; spam: number } | null,
): Measure[] {
  const sales = precisionAndRecall(countsOf(cases, 'sales_inquiry'));
  const spam = precisionAndRecall(countsOf(cases, 'spam'));
  const other = precisionAndRecall(countsOf(cases, 'other'));
  const leads = cases.filter(({ label }) => label === 'sales_inquiry');
  return [
    { name: 'enquiries found (recall)', share: sales.recall, gate: gate?.recall },
    { name: 'enquiries right (precision)', share: sales.precision, gate: gate?.precision },
    {
      name: 'enquiries seen by a person or answered',
      share: shareOf(leads.filter((item) => !isLost(item)).length, leads.length),
    },
    { name: 'spam right (precision)', share: spam.precision, gate: gate?.spam },
    { name: 'spam found (recall)', share: spam.recall },
    { name: 'other right (precision)', share: other.precision },
    { name: 'other found (recall)', share: other.recall },
    { name: 'macro F1 of the four labels', share: macroF1(cases) },
    {
      name: 'left to a person (uncertain)',
      share: shareOf(cases.filter(({ read }) => read.label === 'uncertain').length, cases.length),
    },
  ];
}

function right(cases: readonly ReadCase[]): Share {
  return shareOf(cases.filter((item) => item.read.label === item.label).length, cases.length);
}

function groupMeasures(cases: readonly ReadCase[], groups: (item: ReadCase) => readonly string[]): Measure[] {
  const names = [...new Set(cases.flatMap(groups))].sort();
  return names.map((name) => ({ name, share: right(cases.filter((item) => groups(item).includes(name))) }));
}

function mistakes(cases: readonly ReadCase[]): string[] {
  return cases
    .filter((item) => item.read.label !== item.label)
    .map(({ raw, label, read }) => `${raw.id}: ${label} was read as ${read.label}`);
}

/** How well messages are told apart. Single cases are named for the half that rules may be tuned on. */
export function classificationSections(
  cases: readonly ReadCase[],
  half: 'dev' | 'test',
  provider: 'rules' | 'model',
): Section[] {
  const gate = half === 'test' ? gates[provider] : null;
  const cost = cases.reduce((sum, item) => sum + costOf(item), 0) / Math.max(1, cases.length);
  return [
    {
      title: `What a message is (${half})`,
      measures: overall(cases, gate).map((measure) =>
        measure.gate === undefined ? { name: measure.name, share: measure.share } : measure,
      ),
      notes: [
        `cost of mistakes per message: ${cost.toFixed(3)} (missed lead 10, answered spam 3, answered other 2, a look 1)`,
      ],
    },
    { title: `  right label by language (${half})`, measures: groupMeasures(cases, ({ language }) => [language]) },
    {
      title: `  right label by slice (${half})`,
      measures: groupMeasures(cases, ({ slices }) => slices),
      notes: half === 'dev' ? mistakes(cases) : [],
    },
  ];
}

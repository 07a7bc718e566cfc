import { loadCases } from '../case-files.ts';
import { shareOf } from '../statistics.ts';
import type { Measure, Section, Suite } from '../suite.ts';
import { asks } from './asks.ts';
import { strangeNumbers } from './known-numbers.ts';
import { languageOf, type WrittenCase, writeReplyCases } from './write-reply-cases.ts';

const gates = {
  rules: { grounded: 1, escalated: 0.98, language: 0.97 },
  model: { grounded: 0.99, escalated: 0.98, language: 0.97 },
} as const;

function openAsks({ asked, reply, request }: WrittenCase): string[] {
  return asked.filter((ask) => !(asks[ask]?.(reply.text, request.vehicle, request) ?? false));
}

function isGrounded({ violations, reply, facts, request }: WrittenCase): boolean {
  const knowledge = (request.knowledge ?? []).map(({ text }) => text);
  return violations.length === 0 && strangeNumbers(reply.text, facts, knowledge).length === 0;
}

function isForbidden({ raw, reply }: WrittenCase): boolean {
  const pattern = raw.expected.get('not');
  return pattern !== undefined && new RegExp(pattern, 'i').test(reply.text);
}

function hasWhatItMust({ raw, reply }: WrittenCase): boolean {
  const pattern = raw.expected.get('has');
  return pattern === undefined || new RegExp(pattern).test(reply.text);
}

function isReady(item: WrittenCase): boolean {
  const spoken = item.reply.language === languageOf(item);
  return isGrounded(item) && openAsks(item).length === 0 && spoken && !isForbidden(item) && hasWhatItMust(item);
}

function isHandedOver({ reply, request }: WrittenCase): boolean {
  const { vehicle } = request;
  return vehicle === null || !reply.text.includes(vehicle.model);
}

function measuresOf(
  items: readonly WrittenCase[],
  gate: { grounded: number; escalated: number; language: number } | null,
): Measure[] {
  const share = (passes: (item: WrittenCase) => boolean, of = items) => shareOf(of.filter(passes).length, of.length);
  const asked = items.flatMap((item) => item.asked.map((ask) => ({ ask, item })));
  const handedOver = items.filter((item) => item.asked.includes('human'));
  const gated = (value: number | undefined) => (value === undefined ? {} : { gate: value });
  return [
    { name: 'grounded: gate and number check', share: share(isGrounded), ...gated(gate?.grounded) },
    {
      name: 'questions answered',
      share: shareOf(asked.filter(({ ask, item }) => !openAsks(item).includes(ask)).length, asked.length),
    },
    { name: 'holds what it must', share: share(hasWhatItMust) },
    { name: 'free of what it must not say', share: share((item) => !isForbidden(item)) },
    {
      name: "in the customer's language",
      share: share((item) => item.reply.language === languageOf(item)),
      ...gated(gate?.language),
    },
    { name: 'handed over when it must be', share: share(isHandedOver, handedOver), ...gated(gate?.escalated) },
    { name: 'ready to be sent as it is', share: share(isReady) },
    { name: 'written by the model', share: share(({ reply }) => reply.writtenBy === 'model') },
  ];
}

function byLanguage(items: readonly WrittenCase[]): Measure[] {
  return (['nb', 'sv', 'da', 'en', 'de'] as const).map((language) => {
    const own = items.filter((item) => languageOf(item) === language);
    return { name: `  ready, ${language}`, share: shareOf(own.filter(isReady).length, own.length) };
  });
}

function faults(item: WrittenCase): string {
  const open = openAsks(item).map((ask) => `${ask} not answered`);
  const rest = [isForbidden(item) ? 'says what it must not' : '', hasWhatItMust(item) ? '' : 'lacks what it must hold'];
  const found = [...item.violations, ...open, ...rest, item.reply.language].filter((fault) => fault !== '');
  return `${item.raw.id}: ${found.join('; ')} | ${item.reply.text.replace(/\s+/g, ' ').slice(0, 400)}`;
}

/** 120 questions with a stock, opening hours and knowledge: is the answer true, whole, and in the right language? */
export const replySuite: Suite = {
  name: 'replies',
  async run(provider, folder) {
    const sections: Section[] = [];
    for (const half of ['dev', 'test'] as const) {
      const items = await writeReplyCases(loadCases(folder, 'replies', half), provider);
      const gate = half === 'test' ? gates[provider.name] : null;
      const bad = half === 'dev' ? items.filter((item) => !isReady(item)).map(faults) : [];
      sections.push({
        title: `Replies (${half})`,
        measures: [...measuresOf(items, gate), ...byLanguage(items)],
        notes: bad,
      });
    }
    return sections;
  },
};

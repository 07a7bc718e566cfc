import { rankAlternatives } from '../src/answering/rank-alternatives.ts';
import { resolveVehicle } from '../src/answering/resolve-vehicle.ts';
import { createVehicle, dealership as sample } from '../src/answering/testing/sample-stock.ts';
import type { AnsweringDeps, ModelProvider, ReplyRequest, VehicleFacts } from '../src/answering/types.ts';
import { understandEnquiry } from '../src/answering/understand-enquiry.ts';
import { writeReply } from '../src/answering/write-reply.ts';
import { parseInboundMail } from '../src/channels/email/parse-inbound-mail.ts';
import { mailEnquiry } from '../src/intake/mail-enquiry.ts';
import { instantModel } from './instant-model.ts';
import { mails } from './mails.ts';

const answersToMeasure = 1500;
const warmUps = 200;
/** What the database hands over at most for one enquiry. */
const candidates = 100;
const longestMs = 150;
const idleDealerships = 400;
const mostBytesPerDealership = 1024 * 1024;

const kinds: readonly [make: string, model: string][] = [
  ['Volvo', 'XC60'],
  ['Volvo', 'V90'],
  ['Volkswagen', 'Golf'],
  ['Volkswagen', 'ID.4'],
  ['Tesla', 'Model Y'],
  ['Toyota', 'RAV4'],
  ['BMW', 'X3'],
  ['Skoda', 'Enyaq'],
  ['Kia', 'EV6'],
  ['Audi', 'Q4'],
];

function stockOf(dealer: number): VehicleFacts[] {
  return Array.from({ length: candidates }, (_, index) => {
    const [make, model] = kinds[index % kinds.length] ?? ['Volvo', 'V60'];
    return createVehicle({
      id: `veh_${dealer}_${index}`,
      make,
      model,
      variant: `Variant ${index}`,
      year: 2014 + (index % 12),
      price: 90_000 + index * 5000,
      mileage: 8000 + index * 2300,
      fuel: index % 2 === 0 ? 'Elektrisk' : 'Diesel',
      colour: 'Blå',
      equipment: ['Hengerfeste', 'Ryggekamera', 'Setevarme', 'Navigasjon', 'Vinterhjul', `Pakke ${index}`],
    });
  });
}

/** What one answer took: processor time, which other programs do not change, and time on the clock, in milliseconds. */
interface Cost {
  processorMs: number;
  clockMs: number;
}

/** One mail from the post of the provider to the words of the answer. */
async function answerOne(
  index: number,
  stock: VehicleFacts[],
  model: ModelProvider | null,
  dealership = sample,
): Promise<Cost> {
  const { text, subject } = mails[index % mails.length] ?? { text: '', subject: '' };
  const deps: AnsweringDeps = {
    model,
    budget: { reserve: async () => true, settle: async () => undefined },
    now: () => new Date(),
  };
  const [startedAt, used] = [performance.now(), process.cpuUsage()];
  const mail = parseInboundMail(
    new Map([
      ['from', ['Kari Nordmann <kari@post.example>']],
      ['subject', [subject]],
      ['recipient', ['post@fjordbil.example']],
      ['body-plain', [text]],
    ]),
  );
  const vehicle = resolveVehicle(mail.text, stock)?.vehicle ?? null;
  const understanding = await understandEnquiry({ ...mailEnquiry(mail), vehicle }, dealership, deps);
  const request: ReplyRequest = {
    purpose: 'reply',
    step: null,
    dealership,
    customerName: mail.from?.name ?? null,
    language: understanding.language,
    understanding,
    conversation: [{ from: 'customer', text: mail.text }],
    vehicle,
    alternatives: rankAlternatives({ vehicle, text: mail.text }, stock),
    channel: 'email',
    now: new Date(),
    customerSubject: mail.subject,
  };
  await writeReply(request, deps);
  const { user, system } = process.cpuUsage(used);
  return { processorMs: (user + system) / 1000, clockMs: performance.now() - startedAt };
}

function spell(values: number[]): string {
  const sorted = values.sort((left, right) => left - right);
  return [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(sorted, share).toFixed(1)} ms`).join(', ');
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

async function measure(name: string, model: ModelProvider | null): Promise<boolean> {
  const stock = stockOf(0);
  for (let index = 0; index < warmUps; index += 1) await answerOne(index, stock, model);
  const costs: Cost[] = [];
  for (let index = 0; index < answersToMeasure; index += 1) costs.push(await answerOne(index, stock, model));
  const processor = costs.map(({ processorMs }) => processorMs);
  console.log(`${name.padEnd(36)} ${spell(processor)} of processor time`);
  console.log(`${''.padEnd(36)} ${spell(costs.map(({ clockMs }) => clockMs))} on the clock`);
  return at(processor, 0.99) < longestMs;
}

async function firstAnswer(): Promise<void> {
  const { processorMs } = await answerOne(0, stockOf(0), null);
  console.log(`${'the first answer of a process'.padEnd(36)} ${processorMs.toFixed(1)} ms of processor time`);
}

/** What answering keeps of a dealership that has been answered for once and then has nothing to do. */
async function measureMemory(): Promise<boolean> {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error('Start it with --expose-gc.');
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let dealer = 0; dealer < idleDealerships; dealer += 1) {
    const dealership = { ...sample, id: `dlr_${dealer}`, name: `${sample.name} ${dealer}` };
    await answerOne(dealer, stockOf(dealer), null, dealership);
  }
  collect();
  const each = Math.max(0, process.memoryUsage().heapUsed - before) / idleDealerships;
  console.log(`${'memory kept per idle dealership'.padEnd(36)} ${(each / 1024).toFixed(1)} kB`);
  return each < mostBytesPerDealership;
}

console.log(`${answersToMeasure} answers to mails of five languages, ${candidates} cars to choose from\n`);
await firstAnswer();
const results = [
  await measure('from rules', null),
  await measure('with a model that takes no time', instantModel),
  await measureMemory(),
];
console.log(
  results.every(Boolean)
    ? `\nUnder ${longestMs} ms of processor time for 99 of 100 answers, under 1 MB per idle dealership.`
    : '\nTOO SLOW OR TOO LARGE',
);
process.exitCode = results.every(Boolean) ? 0 : 1;

import type { InterfaceLanguage } from './i18n.svelte.ts';
import { readReason } from './reasons.ts';

/** Why templates wrote instead of the model, as the API says it, in bokmål. */
const sentences: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'no model configured': 'Ingen språkmodell er koblet til',
    'instructions to the assistant suspected': 'Meldingen ser ut til å gi assistenten ordre',
    'unexpected failure': 'Noe gikk galt hos oss',
    budget: 'Månedens budsjett for språkmodellen er brukt opp',
    unauthorised: 'Leverandøren godtar ikke nøkkelen',
    payment_required: 'Kontoen hos leverandøren er tom',
    rate_limited: 'Leverandøren tar ikke imot flere spørsmål akkurat nå',
    timeout: 'Språkmodellen brukte for lang tid',
    overloaded: 'Språkmodellen er overbelastet',
    bad_request: 'Leverandøren godtok ikke spørsmålet',
    connection: 'Fikk ikke kontakt med språkmodellen',
    circuit_open: 'Språkmodellen har sviktet flere ganger og får hvile litt',
    refusal: 'Språkmodellen ville ikke svare',
    truncated: 'Svaret fra språkmodellen ble avbrutt',
    not_json: 'Svaret fra språkmodellen kunne ikke leses',
    disabled: 'Språkmodellen er slått av etter at leverandøren avviste nøkkelen',
    schema: 'Svaret fra språkmodellen kunne ikke leses',
    'The warning limit of the month is passed: the smaller model writes':
      'Varselgrensen for måneden er passert: den mindre modellen skriver',
  }),
);

const kinds = new Map([
  ['number', 'tall'],
  ['vehicle', 'bil'],
  ['status', 'status'],
  ['feature', 'utstyr'],
  ['promise', 'løfte'],
  ['forbidden_word', 'ord dere ikke bruker'],
  ['link', 'lenke'],
  ['placeholder', 'rester av en mal'],
  ['length', 'lengde'],
  ['language', 'språk'],
  ['leak', 'intern opplysning'],
]);

/** `number (489 000); promise (Vi holder den)` with the kinds in bokmål. */
const list = (stopped: string) =>
  stopped.replace(
    /(^|; )([a-z_]+)(?= \()/g,
    (_, before: string, kind: string) => `${before}${kinds.get(kind) ?? kind}`,
  );

/** The same for sentences that hold words of their own; each gets the first group of its pattern. */
const patterns: [RegExp, (part: string) => string][] = [
  [/^a person takes over: (.+)$/, () => 'Et menneske tar over'],
  [/^claims gate: (.+); rewrite: [a-z_]+$/s, (stopped) => `Stoppet av påstandskontrollen: ${list(stopped)}`],
  [/^claims gate: (.+)$/s, (stopped) => `Stoppet av påstandskontrollen: ${list(stopped)}`],
  [/^claims gate, twice: (.+)$/s, (stopped) => `Stoppet av påstandskontrollen to ganger: ${list(stopped)}`],
];

/** Codes that are no sentence, in English. */
const codes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'no model configured': 'No language model is connected',
    'instructions to the assistant suspected': 'The message seems to give the assistant orders',
    'unexpected failure': 'Something went wrong on our side',
    budget: 'The month’s budget for the language model is used up',
    unauthorised: 'The provider does not accept the key',
    payment_required: 'The account at the provider is empty',
    rate_limited: 'The provider takes no more questions just now',
    timeout: 'The language model took too long',
    overloaded: 'The language model is overloaded',
    bad_request: 'The provider refused the question',
    connection: 'The language model could not be reached',
    circuit_open: 'The language model has failed several times and rests a little',
    disabled: 'The language model is off since the provider refused the key',
    refusal: 'The language model would not answer',
    truncated: 'The answer of the language model broke off',
    not_json: 'The answer of the language model could not be read',
    schema: 'The answer of the language model could not be read',
  }),
);

/**
 * Why a template wrote, in the language of the reader; what is something else is read as any reason. Apart from the others
 * because few pages need it.
 */
export function readGateReason(reason: string, language: InterfaceLanguage): string {
  if (language === 'en') return codes.get(reason) ?? readReason(reason, language);
  for (const [pattern, say] of patterns) {
    const [, part] = pattern.exec(reason) ?? [];
    if (part !== undefined) return say(part);
  }
  return sentences.get(reason) ?? readReason(reason, language);
}

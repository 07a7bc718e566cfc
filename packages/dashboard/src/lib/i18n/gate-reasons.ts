import type { InterfaceLanguage } from './i18n.svelte.ts';
import { readReason } from './reasons.ts';

/** Why the claims gate stopped words, and why templates wrote instead of the model: the API's sentences and codes, in bokmål. */
const sentences: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'This amount is not the price of the car it is said about; use the price from the facts or leave it out.':
      'Beløpet er ikke prisen på bilen det sies om.',
    'This distance is not the mileage of the car it is said about.': 'Avstanden er ikke kilometerstanden på bilen.',
    'No percentage is known; leave it out.': 'Ingen prosentsats er kjent.',
    'This length of time is not in the facts; leave it out.': 'Tidsrommet står ikke noe sted.',
    'This figure is not in the facts about the car; leave it out.': 'Tallet står ikke i opplysningene om bilen.',
    'This time is not an opening time of the day it is said about.':
      'Klokkeslettet er ikke innenfor åpningstiden den dagen.',
    'This date is not in the facts; leave it out.': 'Datoen står ikke noe sted.',
    'This year is not the model year of the car it is said about.': 'Året er ikke årsmodellen på bilen det sies om.',
    'This number is not in the facts; leave it out.': 'Tallet står ikke noe sted.',
    'Write amounts and distances in digits, from the facts.': 'Beløp og avstander skal skrives med tall.',
    'This count is not in the facts; leave it out.': 'Antallet stemmer ikke med det som er på lager.',
    'This car is not for sale any more; say what its status is.': 'Bilen er ikke til salgs lenger.',
    'This car is not sold; say what its status is.': 'Bilen er ikke solgt.',
    'This car is not reserved; say what its status is.': 'Bilen er ikke reservert.',
    'This car is not in the facts; only cars from the facts may be offered.': 'Bilen er ikke på lager.',
    'These vehicle ids are not in the facts.': 'Bilene er ikke på lager.',
    'The opening hours in the facts say otherwise about this day.': 'Åpningstidene sier noe annet om denne dagen.',
    'Only links from the facts may be given, exactly as they stand.': 'Lenken eller adressen er ikke deres.',
    'The dealership does not use these words; say it without them.':
      'Dere har bestemt at disse ordene ikke skal brukes.',
    'Remove placeholders, markup and talk of instructions.': 'Teksten har rester av maler eller instrukser.',
    'Leave ids out of the text.': 'Teksten har en intern id.',
    'Leave the internal mark out.': 'Teksten har et internt merke.',
    'Do not offer or hint at a lower price; a salesperson can have that talk.': 'Lover eller antyder lavere pris.',
    'Do not hold or reserve a car.': 'Lover å holde av en bil.',
    'Do not confirm an appointment; a salesperson does.': 'Bekrefter en avtale.',
    'Do not state a rate, a monthly amount or an approval; the bank does the credit check.':
      'Lover rente, månedsbeløp eller lån.',
    'Do not guarantee anything or speak of warranty or faultless condition.': 'Lover garanti eller feilfri stand.',
    "Do not put a value on the customer's car.": 'Setter en verdi på kundens bil.',
    'Do not promise that anybody will call, check, send or get back.':
      'Lover at noen ringer, sjekker, sender eller svarer.',
    'Do not describe condition, history or extras beyond the facts.': 'Sier mer om bilen enn opplysningene gjør.',
    'Do not make a binding statement.': 'Sier noe bindende.',
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

const languages = new Map([
  ['nb', 'norsk'],
  ['sv', 'svensk'],
  ['da', 'dansk'],
  ['en', 'engelsk'],
  ['de', 'tysk'],
]);

const statuses = new Map([
  ['reserved', 'reservert'],
  ['sold', 'solgt'],
]);

/** `number (489 000); promise (Vi holder den)` with the kinds in bokmål. */
const list = (stopped: string) =>
  stopped.replace(
    /(^|; )([a-z_]+)(?= \()/g,
    (_, before: string, kind: string) => `${before}${kinds.get(kind) ?? kind}`,
  );

/** The same for sentences that hold words of their own; each gets the first group of its pattern. */
const patterns: [RegExp, (part: string) => string][] = [
  [
    /^This car is (.+); say so where it is mentioned\.$/,
    (status) => `Bilen er ${statuses.get(status) ?? status}, og det må stå der den nevnes.`,
  ],
  [
    /^The facts about this car do not hold (.+); a salesperson can answer that\.$/s,
    (feature) => `Opplysningene om bilen nevner ikke ${feature}.`,
  ],
  [/^Write in the language with code (.+)\.$/, (code) => `Skal være på ${languages.get(code) ?? code}.`],
  [/^Write between (\d+ and \d+) characters\.$/, (range) => `Skal ha mellom ${range.replace('and', 'og')} tegn.`],
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
 * An objection of the claims gate, or why a template wrote, in the language of the reader; what is neither is read as any
 * reason. Apart from the others because few pages need so many sentences.
 */
export function readGateReason(reason: string, language: InterfaceLanguage): string {
  if (language === 'en') return codes.get(reason) ?? readReason(reason, language);
  for (const [pattern, say] of patterns) {
    const [, part] = pattern.exec(reason) ?? [];
    if (part !== undefined) return say(part);
  }
  return sentences.get(reason) ?? readReason(reason, language);
}

/** What an SMS asks of the service itself rather than of the dealership. */
export type SmsCommand = 'stop' | 'start' | 'help';

// The first line are Twilio's own words (advanced opt-out); the others are what people write here.
const STOP = new Set([
  ...['stop', 'unsubscribe', 'end', 'quit', 'stopall', 'revoke', 'optout', 'cancel'],
  ...['stopp', 'slutt', 'avslutt', 'meld av', 'stans'],
  ...['sluta', 'avsluta', 'avregistrera', 'stoppa'],
  ...['afmeld', 'stop sms', 'stop alt'],
  ...['abmelden', 'abbestellen', 'beenden', 'aufhören'],
]);
const START = new Set(['start', 'unstop', 'yes start', 'meld på', 'börja', 'tilmeld', 'anmelden']);
const HELP = new Set(['help', 'info', 'hjelp', 'hjälp', 'hjælp', 'hilfe']);

// A whole sentence that says so counts as well: "please stop texting me".
const STOP_SENTENCES = [
  /\bstop (?:texting|messaging|contacting|sending|writing)\b/,
  /\b(?:do not|don't|dont|no more) (?:text|texts|message|messages|contact|send|sms)\b/,
  /\bikke (?:send|kontakt|skriv til) (?:meg|flere|mer|mig)\b/,
  /\b(?:slutt|stopp|stop) (?:å|med å|med at|med) (?:sende|skrive|kontakte)\b/,
  /\bsluta (?:att )?(?:skicka|skriva|kontakta|sms)/,
  /\b(?:skicka|skriv) inte (?:fler|mer)\b/,
  /\bkeine (?:weiteren )?(?:sms|nachrichten)\b/,
];

const LONGEST_SENTENCE = 120;

/**
 * Reads a command in Norwegian, Swedish, Danish, German or English; `null` for everything a person should read.
 * Twilio's own verdict (`OptOutType`) goes before the words.
 */
export function readSmsCommand(text: string, optOutType: string | null = null): SmsCommand | null {
  const verdict = optOutType?.toLowerCase();
  if (verdict === 'stop' || verdict === 'start' || verdict === 'help') return verdict;
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]+/gu, ' ')
    .trim();
  if (STOP.has(words)) return 'stop';
  if (START.has(words)) return 'start';
  if (HELP.has(words)) return 'help';
  const sentence = text.toLowerCase().replaceAll('’', "'");
  if (sentence.length <= LONGEST_SENTENCE && STOP_SENTENCES.some((pattern) => pattern.test(sentence))) return 'stop';
  return null;
}

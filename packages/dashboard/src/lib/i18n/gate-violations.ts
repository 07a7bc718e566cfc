import type { GateVerdict } from '@norvalt/sdk';
import type { InterfaceLanguage } from './i18n.svelte.ts';

type Violation = GateVerdict['violations'][number];

/** Why the claims gate stopped words, in bokmål; in English the API says it itself. */
const words: Readonly<Record<Violation['code'], string>> = {
  price_differs: 'Beløpet er ikke prisen på bilen det sies om.',
  mileage_differs: 'Avstanden er ikke kilometerstanden på bilen.',
  year_differs: 'Året er ikke årsmodellen på bilen det sies om.',
  percent_unknown: 'Ingen prosentsats er kjent.',
  duration_unknown: 'Tidsrommet står ikke noe sted.',
  figure_unknown: 'Tallet står ikke i opplysningene om bilen.',
  time_unknown: 'Klokkeslettet er ikke innenfor åpningstiden den dagen.',
  date_unknown: 'Datoen står ikke noe sted.',
  number_unknown: 'Tallet står ikke noe sted.',
  amount_in_words: 'Beløp og avstander skal skrives med tall.',
  count_differs: 'Antallet stemmer ikke med det som er på lager.',
  day_differs: 'Åpningstidene sier noe annet om denne dagen.',
  not_for_sale: 'Bilen er ikke til salgs lenger.',
  not_sold: 'Bilen er ikke solgt.',
  not_reserved: 'Bilen er ikke reservert.',
  status_missing: 'Bilen er solgt eller reservert, og det må stå der den nevnes.',
  car_unknown: 'Bilen er ikke på lager.',
  feature_unknown: 'Opplysningene om bilen nevner det ikke.',
  link_unknown: 'Lenken er ikke deres.',
  email_unknown: 'E-postadressen er ikke deres.',
  phone_unknown: 'Telefonnummeret er ikke deres.',
  forbidden_word: 'Dere har bestemt at disse ordene ikke skal brukes.',
  placeholder: 'Teksten har rester av maler eller instrukser.',
  id_leaked: 'Teksten har en intern id.',
  mark_leaked: 'Teksten har et internt merke.',
  length: 'Teksten er for kort eller for lang.',
  language: 'Skal være på kundens språk.',
  promise_negotiation: 'Lover eller antyder lavere pris.',
  promise_reservation: 'Lover å holde av en bil.',
  promise_booking: 'Bekrefter en avtale.',
  promise_finance: 'Lover rente, månedsbeløp eller lån.',
  promise_guarantee: 'Lover garanti eller feilfri stand.',
  promise_trade_in_value: 'Setter en verdi på kundens bil.',
  promise_future_work: 'Lover at noen ringer, sjekker, sender eller svarer.',
  promise_condition: 'Sier mer om bilen enn opplysningene gjør.',
  promise_binding: 'Sier noe bindende.',
};

/** What the claims gate objects to, in the language of the reader; a code that is newer than this page in English. */
export function readViolation(
  { code, problem }: Pick<Violation, 'code' | 'problem'>,
  language: InterfaceLanguage,
): string {
  return language === 'en' ? problem : (words[code] ?? problem);
}

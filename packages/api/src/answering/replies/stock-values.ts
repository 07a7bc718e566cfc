import type { Language } from '../types.ts';

/** A fuel or colour a template may have to say in another language: folded spellings, then the word in each. */
export interface StockValue extends Readonly<Record<Language, string>> {
  spellings: readonly string[];
}

const value = (spellings: string, nb: string, en: string, sv: string, da: string, de: string): StockValue => ({
  spellings: spellings.split('|'),
  nb,
  en,
  sv,
  da,
  de,
});

/** Fuels and colours as stock spells them. */
export const stockValues: readonly StockValue[] = [
  value('elektrisk|electric|el|elbil|ev|strom|elektro|elektrisch', 'elektrisk', 'electric', 'el', 'el', 'Elektro'),
  value('diesel', 'diesel', 'diesel', 'diesel', 'diesel', 'Diesel'),
  value('bensin|petrol|gasoline|gas|benzin|benziner', 'bensin', 'petrol', 'bensin', 'benzin', 'Benzin'),
  value(
    'plug-in hybrid|ladbar hybrid|phev|plugin hybrid|plug-in-hybrid|hybrid, ladbar|laddhybrid',
    'ladbar hybrid',
    'plug-in hybrid',
    'laddhybrid',
    'plug-in-hybrid',
    'Plug-in-Hybrid',
  ),
  value('hybrid|hev', 'hybrid', 'hybrid', 'hybrid', 'hybrid', 'Hybrid'),
  value('hvit|white|vit|hvid|weiss', 'hvit', 'white', 'vit', 'hvid', 'Weiß'),
  value('svart|sort|black|schwarz', 'svart', 'black', 'svart', 'sort', 'Schwarz'),
  value('gra|grey|gray|grau', 'grå', 'grey', 'grå', 'grå', 'Grau'),
  value('bla|blue|blau', 'blå', 'blue', 'blå', 'blå', 'Blau'),
  value('rod|red|rot', 'rød', 'red', 'röd', 'rød', 'Rot'),
  value('gronn|green|gron|grun', 'grønn', 'green', 'grön', 'grøn', 'Grün'),
  value('solv|silver|silber', 'sølv', 'silver', 'silver', 'sølv', 'Silber'),
  value('brun|brown|braun', 'brun', 'brown', 'brun', 'brun', 'Braun'),
  value('gul|yellow|gelb', 'gul', 'yellow', 'gul', 'gul', 'Gelb'),
  value('oransje|orange', 'oransje', 'orange', 'orange', 'orange', 'Orange'),
];

/** Fuels and colours a template may have to say in the other language: folded spellings, then the word in each. */
export const stockValues: readonly { spellings: readonly string[]; nb: string; en: string }[] = [
  { spellings: ['elektrisk', 'electric', 'el', 'elbil', 'ev', 'strom'], nb: 'elektrisk', en: 'electric' },
  { spellings: ['diesel'], nb: 'diesel', en: 'diesel' },
  { spellings: ['bensin', 'petrol', 'gasoline', 'gas'], nb: 'bensin', en: 'petrol' },
  {
    spellings: ['plug-in hybrid', 'ladbar hybrid', 'phev', 'plugin hybrid', 'plug-in-hybrid', 'hybrid, ladbar'],
    nb: 'ladbar hybrid',
    en: 'plug-in hybrid',
  },
  { spellings: ['hybrid', 'hev'], nb: 'hybrid', en: 'hybrid' },
  { spellings: ['hvit', 'white'], nb: 'hvit', en: 'white' },
  { spellings: ['svart', 'sort', 'black'], nb: 'svart', en: 'black' },
  { spellings: ['gra', 'grey', 'gray'], nb: 'grå', en: 'grey' },
  { spellings: ['bla', 'blue'], nb: 'blå', en: 'blue' },
  { spellings: ['rod', 'red'], nb: 'rød', en: 'red' },
  { spellings: ['gronn', 'green'], nb: 'grønn', en: 'green' },
  { spellings: ['solv', 'silver'], nb: 'sølv', en: 'silver' },
  { spellings: ['brun', 'brown'], nb: 'brun', en: 'brown' },
  { spellings: ['gul', 'yellow'], nb: 'gul', en: 'yellow' },
  { spellings: ['oransje', 'orange'], nb: 'oransje', en: 'orange' },
];

const greeting = /^(?:hei(?:sann|san)?|hallo|hej|hi|hello|god (?:dag|morgen|kveld)|guten tag|moin)[\s,.!-]+/i;
const joining = /^(?:og|and|och|und|men|but|aber|samt)\s+/i;
const wondering =
  /^(?:jeg |eg |jag |ich )?(?:lurer|lurte|undrar|undrer|was wondering|wonder)(?: litt)?(?: på)?(?= om | if | whether )\s+/i;
/** `om dere har …` asks what `Har dere …?` asks. */
const indirect = /^om (dere|ni|i|du|man|det|jeg|vi|bilen) ([\p{L}]+)/iu;

/** The question of a FAQ out of a customer's sentence: without the greeting, with a capital and a question mark. */
export function suggestTitle(question: string): string {
  const bare = question
    .trim()
    .replace(greeting, '')
    .replace(joining, '')
    .replace(wondering, '')
    .replace(indirect, '$2 $1')
    .replace(/[\s.!?]+$/, '');
  const text = bare === '' ? question.trim() : bare;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}

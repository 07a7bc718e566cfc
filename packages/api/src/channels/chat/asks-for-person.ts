/** What the button of the widget sends, folded: the sentence is a wish for a person whoever reads it. */
const SENTENCES: ReadonlySet<string> = new Set([
  'jeg vil gjerne snakke med en person.',
  'i would like to talk to a person.',
  'jag vill gärna prata med en person.',
  'jeg vil gerne tale med en person.',
  'ich möchte bitte mit einem menschen sprechen.',
]);

/** Whether a message is what the widget's button "Talk to a person" sends. */
export function asksForPerson(text: string): boolean {
  return SENTENCES.has(text.trim().toLowerCase());
}

const boundary = /(?<=[.!?…])\s+(?=[\p{Lu}\p{N}«"“(])|\n+/u;
const abbreviationEnd = /(?:^|\s)(?:kl|ca|nr|tlf|f\.eks|bl\.a|mnd|inkl|ekskl|reg|org|approx|no|mr|mrs|ms|dr)\.$/i;

/** Splits prose into sentences; an abbreviation such as `kl.` or `ca.` does not end one. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const piece of text.split(boundary)) {
    const last = sentences.at(-1);
    if (last !== undefined && abbreviationEnd.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else if (piece.trim() !== '') sentences.push(piece.trim());
  }
  return sentences;
}

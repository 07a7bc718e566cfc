const charactersPerToken = 2.5;

/** A deliberately high guess of the tokens of Nordic text, for reserving budget before a call. */
export function estimateTokens(...texts: string[]): number {
  return Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / charactersPerToken);
}

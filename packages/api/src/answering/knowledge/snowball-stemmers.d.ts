declare module 'snowball-stemmers' {
  interface Stemmer {
    /** The stem of a word in lower case. */
    stem(word: string): string;
  }
  const stemmers: { newStemmer(algorithm: string): Stemmer };
  export default stemmers;
}

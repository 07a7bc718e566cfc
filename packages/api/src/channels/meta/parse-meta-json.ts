/**
 * Numbers of 16 digits and more outside of texts. Ids of Meta have up to 19 and come as texts or as numbers; as numbers
 * they would lose their last digits.
 */
const TEXT_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])(\d{16,})(?![\d.eE+-])/g;

/**
 * Parses JSON of Meta with every id as a text, digit for digit.
 * @throws SyntaxError when it is not JSON
 */
export function parseMetaJson(text: string): unknown {
  return JSON.parse(
    text.replace(TEXT_OR_LONG_NUMBER, (found, number?: string) => (number === undefined ? found : `"${number}"`)),
  );
}

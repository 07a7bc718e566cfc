/** Whether a text can be an id of Meta. */
export const isMetaId = (text: string): boolean => /^\d{5,25}$/.test(text.trim());

/** Whether a text can be a token. */
export const isToken = (text: string): boolean => /^[!-~]{20,1000}$/.test(text.trim());

export const internalNames: { properties: { regex: RegExp; keep_quoted: boolean }; cache: object };

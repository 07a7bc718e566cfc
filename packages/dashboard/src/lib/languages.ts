import type { Language } from '@norvalt/sdk';

/** The languages customers are written to in. */
export const languages: readonly Language[] = ['nb', 'en', 'sv', 'da', 'de'];

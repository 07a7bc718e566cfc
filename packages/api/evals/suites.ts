import { injectionSuite } from './injections/injection-suite.ts';
import { languageSuite } from './language/language-suite.ts';
import { replySuite } from './replies/reply-suite.ts';
import { retrievalSuite } from './retrieval/retrieval-suite.ts';
import type { Suite } from './suite.ts';
import { understandingSuite } from './understanding/understanding-suite.ts';

/** Every part of the evaluation, in the order it is printed. */
export const suites: readonly Suite[] = [understandingSuite, languageSuite, replySuite, injectionSuite, retrievalSuite];

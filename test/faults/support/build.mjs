import { buildQuietly } from '../../../scripts/lib/build-parts.mjs';

/** What is killed and started again is the product as it is built. */
export async function setup() {
  await buildQuietly({ only: ['api', 'embedded-mongo', 'sdk'] });
}

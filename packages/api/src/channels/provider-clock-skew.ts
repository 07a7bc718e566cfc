/**
 * How far a provider's clock may be behind ours, in milliseconds: what it took is looked for from that long before we
 * handed it over. A message that is not found is sent again, so too much is better than too little.
 */
export const PROVIDER_CLOCK_SKEW_MS = 5 * 60_000;

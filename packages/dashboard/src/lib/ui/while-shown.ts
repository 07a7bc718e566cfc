import { onDestroy, tick } from 'svelte';

/** For what closes once an answer is there: `act`, but not when the component is gone by then. Called as it is set up. */
export function whileShown(act: () => void): () => Promise<void> {
  let isShown = true;
  onDestroy(() => {
    isShown = false;
  });
  return async () => {
    // What the answer changed may replace the component, as a new key does its form.
    await tick();
    if (isShown) act();
  };
}

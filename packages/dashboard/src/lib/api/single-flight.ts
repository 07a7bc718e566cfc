/** Wraps an asynchronous act so that calls made while one is under way share its result. */
export function singleFlight<T>(act: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= act().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}

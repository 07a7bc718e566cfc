import type { Component } from 'svelte';

/** The component of a module that is fetched when it is first wanted; null when it cannot be had, which the app says. */
export async function fetchComponent<P extends Record<string, unknown>>(
  module: Promise<{ default: Component<P> }>,
): Promise<Component<P> | null> {
  return module.then(
    (fetched) => fetched.default,
    () => null,
  );
}

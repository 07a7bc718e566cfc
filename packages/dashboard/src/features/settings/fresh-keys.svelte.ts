import { SvelteMap } from 'svelte/reactivity';

/** Keys made since the page was loaded, whole, by their id: the API never shows them again. In memory only. */
export const freshKeys = new SvelteMap<string, string>();

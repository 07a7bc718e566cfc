import type { Plugin } from 'rollup';

export function markTemplates(): Plugin;

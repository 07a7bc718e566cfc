import { parseArgs } from 'node:util';
import { createAnthropicProvider } from '../src/answering/create-anthropic-provider.ts';
import { openCaseFolder } from './case-files.ts';
import { runEvals } from './run-evals.ts';
import type { Provider } from './suite.ts';
import { suites } from './suites.ts';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    only: { type: 'string' },
    'without-model': { type: 'boolean', default: false },
  },
});

function providers(): Provider[] {
  const rules: Provider = { name: 'rules', model: null };
  const { ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, AI_MODEL_FAST, AI_MODEL_MAIN } = process.env;
  if (!ANTHROPIC_API_KEY || options['without-model']) return [rules];
  const model = createAnthropicProvider({
    apiKey: ANTHROPIC_API_KEY,
    baseUrl: ANTHROPIC_BASE_URL ?? null,
    fastModel: AI_MODEL_FAST ?? 'claude-haiku-5-5',
    mainModel: AI_MODEL_MAIN ?? 'claude-sonnet-5-5',
    timeoutMs: 30_000,
  });
  return [rules, { name: 'model', model }];
}

const folder = openCaseFolder(options.folder ?? import.meta.dirname);
const chosen = suites.filter(({ name }) => options.only === undefined || options.only.split(',').includes(name));
let failed = false;
for (const provider of providers()) {
  const { lines, below } = await runEvals(chosen, provider, folder);
  console.log(`\n${provider.name.toUpperCase()}\n`);
  console.log(lines.join('\n'));
  console.log(
    below.length === 0 ? 'All gates are met.' : `Below the gate:\n${below.map((name) => `  ${name}`).join('\n')}`,
  );
  failed ||= below.length > 0;
}
process.exitCode = failed ? 1 : 0;

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { inParallel, runCommand } from './run-command.mjs';

const node = process.execPath;

/** Type-checks one folder, remembering what it found for the next time. */
function types(folder, config = 'tsconfig.json') {
  const memory = path.join(cacheFolder, `${folder.replaceAll('/', '-')}.tsbuildinfo`);
  const args = [
    'node_modules/typescript/bin/tsc',
    '-p',
    `${folder}/${config}`,
    '--incremental',
    '--tsBuildInfoFile',
    memory,
  ];
  return { name: `types of ${folder}`, command: [node, args] };
}

const dashboard = ['node_modules/svelte-check/bin/svelte-check', '--workspace', 'packages/dashboard', '--tsconfig'];

/** Everything that is checked without running it, the slowest first. */
const checks = [
  types('packages/api'),
  {
    name: 'types of packages/dashboard',
    command: [node, [...dashboard, './tsconfig.json', '--output', 'human', '--fail-on-warnings']],
  },
  types('test'),
  types('packages/widget'),
  types('packages/sdk'),
  types('packages/embedded-mongo'),
  { name: 'generated files', command: [node, ['scripts/generate.mjs', '--check']] },
  {
    name: 'format and lint',
    command: ['node_modules/.bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=20', '.']],
  },
];

/** Runs every check, two at a time; prints a line for each and the whole output of those that fail. */
export async function runChecks() {
  await mkdir(cacheFolder, { recursive: true });
  const results = await inParallel(
    2,
    checks.map(({ name, command: [program, args] }) => async () => {
      const { code, output, seconds } = await runCommand(program, args);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
      if (code !== 0) console.log(output.trim().replace(/^/gm, '  '));
      return code === 0;
    }),
  );
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
}

// Checks the checks: builds the server with one of its promises broken, in memory, and sees whether the fault cases go
// red. Every mutant has to be caught.   [names of mutants]
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { buildQuietly } from './lib/build-parts.mjs';
import { cacheFolder, root } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';
import { serverBundle } from './lib/server-bundle.mjs';
import { mutants } from './mutants/mutants.mjs';

const asked = process.argv.slice(2);
const report = path.join(cacheFolder, 'mutant-report.json');

/** Bundles the server with the changes of a mutant; each text must be there exactly once. */
async function buildMutant(name, changes) {
  const outfile = `packages/api/dist/mutant-${name.replaceAll(' ', '-')}.js`;
  const changed = new Set();
  await build({
    ...serverBundle,
    entryPoints: ['packages/api/src/server.ts'],
    outfile,
    plugins: [
      {
        name: 'mutant',
        setup({ onLoad }) {
          for (const file of new Set(changes.map((change) => change.file))) {
            const place = path.join(root, 'packages/api/src', file);
            onLoad({ filter: new RegExp(`${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) }, async () => {
              let contents = await readFile(place, 'utf8');
              for (const change of changes.filter((one) => one.file === file)) {
                if (contents.split(change.find).length !== 2)
                  throw new Error(`"${name}": "${change.find}" is not once in ${file}`);
                contents = contents.replace(change.find, () => change.replace);
                changed.add(change);
              }
              return { contents, loader: 'ts' };
            });
          }
        },
      },
    ],
  });
  if (changed.size !== changes.length) throw new Error(`"${name}" changes files that are not part of the server`);
  return outfile;
}

/** Runs the cases whose names match against a server; the names of those that failed, null where none could run. */
async function failuresOf(server, cases) {
  await rm(report, { force: true });
  const pattern = cases.join('|');
  const args = ['run', '--project', 'faults', '-t', pattern, '--reporter', 'json', `--outputFile=${report}`];
  const { output } = await runCommand(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    env: { ...process.env, FAULTS_SERVER: server },
  });
  const summary = await readFile(report, 'utf8').then(JSON.parse, () => null);
  const results = summary?.testResults.flatMap((file) => file.assertionResults) ?? [];
  const ran = results.filter(({ status }) => status === 'passed' || status === 'failed');
  if (ran.length === 0) {
    console.log(output.trim().split('\n').slice(-20).join('\n'));
    return null;
  }
  return ran.filter(({ status }) => status === 'failed').map(({ title }) => title);
}

async function isCaught({ name, changes, cases }) {
  const server = await buildMutant(name, changes);
  const failures = await failuresOf(server, cases);
  await rm(path.join(root, server), { force: true });
  const caught = failures !== null && failures.length > 0;
  console.log(`${caught ? 'caught  ' : 'SURVIVED'} ${name}${caught ? `: ${failures[0]}` : ''}`);
  return caught;
}

await buildQuietly({ only: ['api', 'embedded-mongo', 'sdk'] });
const chosen = mutants.filter(({ name }) => asked.length === 0 || asked.includes(name));
const healthy = await failuresOf('packages/api/dist/server.js', [...new Set(chosen.flatMap(({ cases }) => cases))]);
if (healthy === null || healthy.length > 0) {
  console.log(`The cases have to pass without a mutant first: ${healthy?.join('; ') ?? 'none ran'}`);
  process.exit(1);
}
let caught = 0;
for (const mutant of chosen) if (await isCaught(mutant)) caught += 1;
console.log(`${caught} of ${chosen.length} mutants caught`);
process.exitCode = caught === chosen.length ? 0 : 1;

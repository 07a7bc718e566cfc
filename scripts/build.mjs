// Builds what has changed since it was built and prints what it weighs; `--force` builds everything.
import { buildParts, parts } from './lib/build-parts.mjs';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';

checkNodeVersion();
await installIfNeeded();
const results = await buildParts({ force: process.argv.includes('--force') });
for (const { name, code, output, seconds } of results) {
  console.log(`\n${code === 0 ? 'built' : 'FAILED'} ${name} in ${seconds.toFixed(1)} s`);
  if (output.trim() !== '') console.log(output.trim().replace(/^/gm, '  '));
}
const fresh = parts.filter((part) => !results.some((result) => result.name === part.name));
if (fresh.length > 0) console.log(`\nup to date: ${fresh.map((part) => part.name).join(', ')}`);
process.exitCode = results.some((result) => result.code !== 0) ? 1 : 0;

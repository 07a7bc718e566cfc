import { parseArgs } from 'node:util';
import { runChaos } from './chaos/run-chaos.ts';
import { faultsOf, summary } from './support/oracle.ts';
import { openScene } from './support/scene.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    rate: { type: 'string', default: '4' },
  },
});

const tell = (line: string) => console.log(line);
console.log(`seed ${values.seed}, ${values.seconds} s, ${values.rate} posts a second`);
const scene = await openScene();
try {
  const verdict = await runChaos(scene, {
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    perSecond: Number(values.rate),
    tell,
  });
  const faults = faultsOf(verdict);
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) console.log(scene.cluster.lastWords);
  console.log(summary(verdict));
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(scene.cluster.lastWords);
  process.exitCode = 1;
} finally {
  await scene.stop();
}

import type { Verdict } from '../support/oracle.ts';
import { Random } from '../support/random.ts';
import type { Scene } from '../support/scene.ts';
import { Traffic } from './traffic.ts';
import { badWeather, breathe, calmDown, crashes, type Trouble, upset } from './troubles.ts';

interface ChaosOptions {
  /** How long things go wrong; coming to rest takes its time afterwards. */
  seconds: number;
  /** The same seed makes the same plan; what meets what in time is up to the machine. */
  seed: number;
  perSecond: number;
  tell(line: string): void;
}

/** Lets people write while one thing after another goes wrong, waits until all is at rest, and judges it. */
export async function runChaos(scene: Scene, { seconds, seed, perSecond, tell }: ChaosOptions): Promise<Verdict> {
  const random = new Random(seed);
  const { cluster } = scene;
  const startedAt = performance.now();
  const elapsed = () => (performance.now() - startedAt) / 1000;
  const say = (text: string) => tell(`${elapsed().toFixed(1).padStart(6)} s  ${text}`);
  // Every kind once, in an order of its own; then again, with other steps and other wires.
  const oneAfterTheOther = async (some: (random: Random) => Trouble[], dice: Random) => {
    for (let left = some(dice); elapsed() < seconds; left = left.length > 1 ? left.slice(1) : some(dice)) {
      const [trouble] = left;
      if (!trouble) return;
      say(trouble.name);
      await trouble.run();
      await breathe(scene, dice);
    }
  };
  const traffic = new Traffic(scene, random.fork(), perSecond);
  upset([cluster.mailgun, cluster.twilio, cluster.graph], random.fork());
  traffic.start();
  await Promise.all([
    oneAfterTheOther((dice) => crashes(scene, dice), random.fork()),
    oneAfterTheOther((dice) => badWeather(scene, dice), random.fork()),
  ]);
  say('all is well again');
  await calmDown(scene);
  await traffic.stop();
  say(`${scene.sender.ledger.length} posts, ${cluster.sent.length} messages with the providers; coming to rest`);
  const { verdict } = await scene.verdict();
  say('at rest');
  return verdict;
}

/** What happens at a failpoint: the process dies, stands still until it is told to go on, or the step throws. */
type Effect = 'crash' | 'stop' | 'throw';

interface Armed {
  name: string;
  effect: Effect;
  /** Only where the subject holds this text. */
  only: string;
  /** How often it still happens. */
  left: number;
}

const EFFECTS: readonly string[] = ['crash', 'stop', 'throw'] satisfies Effect[];

let armed: Armed[] | null = null;

function parse(entry: string): Armed {
  const match = /^([a-z]+\.[a-z]+)=([a-z]+)(?:\*(\d+))?(?:@(.+))?$/.exec(entry.trim());
  const [, name = '', effect = '', times, only = ''] = match ?? [];
  if (!match || !EFFECTS.includes(effect))
    throw new Error(`FAILPOINTS: "${entry}" is not NAME=crash|stop|throw[*N][@TEXT]`);
  return { name, effect: effect as Effect, only, left: times === undefined ? Number.POSITIVE_INFINITY : Number(times) };
}

/**
 * Sets what happens at which named place: `send.prepared=crash; intake.working=throw*2@ola@example.com`.
 * @throws Error when an entry cannot be read
 */
export function armFailpoints(text: string | null): void {
  armed =
    text === null
      ? null
      : text
          .split(';')
          .filter((entry) => entry.trim() !== '')
          .map(parse);
}

/** Lets the process that started this one arm it anew while it runs, with `{ failpoints: TEXT }`, which is told back. */
export function hearFailpoints(): void {
  process.on('message', (message) => {
    if (typeof message !== 'object' || message === null || !('failpoints' in message)) return;
    if (typeof message.failpoints !== 'string') return;
    armFailpoints(message.failpoints);
    process.send?.({ failpoints: message.failpoints });
  });
}

/**
 * A place at which a test may let this process fail. Does nothing unless `FAILPOINTS` names it, which only a process
 * outside of production reads.
 */
export function failpoint(name: string, subject = ''): void {
  if (armed === null) return;
  const found = armed.find((entry) => entry.name === name && entry.left > 0 && subject.includes(entry.only));
  if (!found) return;
  found.left -= 1;
  if (found.effect === 'throw') throw new Error(`failpoint ${name}`);
  // Told before: nothing of this process is heard any more once the signal is there.
  process.stderr.write(`failpoint ${name}: ${found.effect}\n`);
  process.kill(process.pid, found.effect === 'crash' ? 'SIGKILL' : 'SIGSTOP');
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Post } from '../posts/post.ts';
import { type Answer, exchange, NOTHING } from './exchange.ts';

const LOOK_AGAIN_MS = 50;

/** What became of a post: the line of its sender's ledger. */
export interface Posted {
  post: Post;
  /** Every answer, in order; null where there was none. */
  statuses: (number | null)[];
  /** Milliseconds; null while or when nobody answered 2xx. */
  acceptedAt: number | null;
  answer: Answer;
}

/** Posts what is handed to it as its sender would, and keeps what it was answered. */
export class Sender {
  readonly ledger: Posted[] = [];
  readonly #url: string;
  readonly #underWay = new Set<Promise<unknown>>();

  readonly #isUp: () => boolean;

  /** @param isUp whether the product runs: the waits of a real sender are far longer than any machine takes to start it */
  constructor(url: string, isUp: () => boolean) {
    this.#url = url;
    this.#isUp = isUp;
  }

  /** How many posts were answered with 2xx. */
  get accepted(): number {
    return this.ledger.filter(({ acceptedAt }) => acceptedAt !== null).length;
  }

  /** One try, without a second one. */
  async once(post: Post): Promise<Answer> {
    const ask = () => exchange(`${this.#url}${post.path}`, { ...post.request(), timeoutMs: post.rule.timeoutMs });
    const { credentials } = post;
    if (!credentials) return ask();
    if (!(await credentials.obtain())) return NOTHING;
    const answer = await ask();
    return answer.status === 401 && (await credentials.renew()) ? ask() : answer;
  }

  /** Tries until it is accepted, refused for good, or the sender's schedule is over. */
  send(post: Post): Promise<Posted> {
    const work = this.#send(post);
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
    return work;
  }

  async #send(post: Post): Promise<Posted> {
    const posted: Posted = { post, statuses: [], acceptedAt: null, answer: NOTHING };
    this.ledger.push(posted);
    for (const waitMs of [0, ...post.rule.waitsMs]) {
      if (waitMs > 0) await sleep(waitMs);
      while (waitMs > 0 && !this.#isUp()) await sleep(LOOK_AGAIN_MS);
      posted.answer = await this.once(post);
      posted.statuses.push(posted.answer.status);
      if (post.rule.isAccepted(posted.answer)) {
        posted.acceptedAt = Date.now();
        break;
      }
      if (post.rule.isFinal(posted.answer)) break;
    }
    return posted;
  }

  /** Resolves when nothing is being posted. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }
}

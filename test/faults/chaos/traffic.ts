import { setTimeout as sleep } from 'node:timers/promises';
import { reportMail, reportSms, reportWhatsApp, unsubscribe } from '../cases/reports.ts';
import { chatOf } from '../posts/chat-visitor.ts';
import { mailgunSignature, mailPost } from '../posts/mailgun-posts.ts';
import { facebookPost, whatsAppPost } from '../posts/meta-posts.ts';
import type { Customer, Post } from '../posts/post.ts';
import { callPost, smsPost } from '../posts/twilio-posts.ts';
import { adfPost, apiPost, formPost, plainFormPost } from '../posts/website-posts.ts';
import type { Sent } from '../stubs/sent.ts';
import type { Dealership } from '../support/dealership.ts';
import type { Random } from '../support/random.ts';
import type { Scene } from '../support/scene.ts';

const QUESTIONS = [
  'Er Volvo XC60 fortsatt ledig?',
  'Hva koster den på avbetaling?',
  'Kan jeg prøvekjøre den på lørdag?',
  'Tar dere min gamle bil i innbytte?',
];
const STATUSES = ['sent', 'delivered', 'read'];

interface Person {
  customer: Customer;
  dealership: Dealership;
  silent: boolean;
}

/** Somebody, and something that they were sent. */
interface Written {
  person: Person;
  sent: Sent;
}

/** People who write to two dealerships by every way in, answer what they get, ask for silence, and are posted twice. */
export class Traffic {
  readonly #scene: Scene;
  readonly #random: Random;
  readonly #betweenMs: number;
  readonly #people: Person[] = [];
  readonly #posts: Post[] = [];
  readonly #underWay = new Set<Promise<unknown>>();
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(scene: Scene, random: Random, perSecond: number) {
    this.#scene = scene;
    this.#random = random;
    this.#betweenMs = 1000 / perSecond;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Resolves when everything that was begun has been answered, or given up by its sender. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
    await Promise.allSettled(this.#underWay);
    await this.#scene.sender.idle();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#begin();
      await sleep(this.#random.whole(0, 2 * this.#betweenMs));
    }
  }

  #begin(): void {
    const dice = this.#random.next();
    // Nobody has been written to yet, so nobody can answer.
    const found = dice < 0.62 ? null : this.#somethingSent();
    if (dice >= 0.55 && dice < 0.62) this.#writeToTheOther();
    else if (found === null) this.#writeFirst();
    else if (dice < 0.74) this.#goOn(found);
    else if (dice < 0.82) this.#postAgain();
    else if (dice < 0.94) this.#report(found);
    else this.#askForSilence(found);
  }

  #track(work: Promise<unknown>): void {
    this.#underWay.add(work);
    void work.catch(() => undefined).finally(() => this.#underWay.delete(work));
  }

  #send(post: Post): Promise<unknown> {
    this.#posts.push(post);
    const sending = this.#scene.sender.send(post);
    this.#track(sending);
    return sending;
  }

  #question(): string {
    return this.#random.pick(QUESTIONS);
  }

  #firstPost({ customer, dealership }: Person): Post {
    const { customers, cluster } = this.#scene;
    const token = customers.token();
    const words = this.#question();
    const ways: (() => Post)[] = [
      () => formPost(dealership, customer, token, words),
      () => plainFormPost(dealership, customer, token, words),
      () => apiPost(dealership, customer, token, words),
      () => adfPost(dealership, customer, token, words),
      () => mailPost(cluster.clock, dealership, customer, token, { words }),
      () => smsPost(dealership, customer, token, `${words} ${token}`),
      () => facebookPost(cluster.graph, dealership, customer, token, words),
      () => whatsAppPost(dealership, customer, cluster.clock, token, `${words} ${token}`),
      () => callPost(dealership, customer, `CA-${token}`, 'no-answer'),
      () => cluster.visit(dealership, customer).post(token, words),
    ];
    return this.#random.pick(ways)();
  }

  #writeFirst(): void {
    const { customers, dealerships } = this.#scene;
    const person = { customer: customers.next(), dealership: this.#random.pick(dealerships), silent: false };
    this.#people.push(person);
    this.#send(this.#firstPost(person));
  }

  /** Somebody who writes to both dealerships is two people who have nothing to do with each other. */
  #writeToTheOther(): void {
    const { customers, dealerships } = this.#scene;
    const customer = customers.next();
    for (const dealership of dealerships) {
      this.#send(
        this.#random.pick([formPost, plainFormPost, apiPost])(
          dealership,
          customer,
          customers.token(),
          this.#question(),
        ),
      );
    }
  }

  /** What the providers have for somebody who may still be written to. */
  #somethingSent(): Written | null {
    const { cluster } = this.#scene;
    if (cluster.sent.length === 0) return null;
    const sent = this.#random.pick(cluster.sent);
    const person = this.#people.find(({ customer }) =>
      [customer.email, customer.phone, chatOf(customer)].includes(sent.to),
    );
    return person && !person.silent ? { person, sent } : null;
  }

  #goOn({ person: { customer, dealership }, sent }: Written): void {
    const { customers, cluster } = this.#scene;
    const token = customers.token();
    const words = this.#question();
    const answers = {
      sms: () => smsPost(dealership, customer, token, `${words} ${token}`),
      whatsapp: () => whatsAppPost(dealership, customer, cluster.clock, token, `${words} ${token}`),
      email: () => mailPost(cluster.clock, dealership, customer, token, { words, inReplyTo: sent.messageId }),
    };
    if (sent.channel === 'chat') this.#send(cluster.visitorOf(customer).post(token, words));
    else this.#send(answers[sent.channel]());
  }

  /** Its sender did not hear the answer, or is impatient. */
  #postAgain(): void {
    const again = this.#posts.filter(({ channel }) => channel !== 'plain form');
    if (again.length === 0) return;
    const post = this.#random.pick(again);
    for (let times = this.#random.whole(1, 5); times > 0; times -= 1) this.#track(this.#scene.sender.once(post));
  }

  #report({ person: { dealership }, sent }: Written): void {
    const { cluster } = this.#scene;
    // What becomes of an answer in a chat its own browser tells.
    if (sent.channel === 'chat') return;
    const status = this.#random.pick(STATUSES);
    const reports = {
      sms: () => reportSms(this.#scene, dealership, sent.id, status),
      whatsapp: () => reportWhatsApp(this.#scene, dealership, sent, status),
      email: () => reportMail(this.#scene, dealership, sent.messageId, mailgunSignature(cluster.clock)),
    };
    this.#track(reports[sent.channel]());
  }

  #askForSilence({ person, sent }: Written): void {
    if (sent.channel === 'chat') {
      this.#track(this.#scene.cluster.visitorOf(person.customer).end());
      return;
    }
    person.silent = true;
    this.#track(sent.channel === 'email' ? this.#unsubscribe(person, sent) : this.#sayStop(person, sent.channel));
  }

  async #sayStop({ customer, dealership }: Person, channel: 'sms' | 'whatsapp'): Promise<void> {
    const { sender, customers, cluster, silenced } = this.#scene;
    const token = customers.token();
    const stop =
      channel === 'sms'
        ? smsPost(dealership, customer, token, 'STOP')
        : whatsAppPost(dealership, customer, cluster.clock, token, 'STOP');
    const { acceptedAt } = await sender.send(stop);
    if (acceptedAt !== null) silenced.push({ dealership, channel, address: customer.phone, acceptedAt });
  }

  async #unsubscribe({ customer, dealership }: Person, { unsubscribeUrl }: Sent): Promise<void> {
    const acceptedAt = await unsubscribe(this.#scene, unsubscribeUrl);
    if (acceptedAt !== null)
      this.#scene.silenced.push({ dealership, channel: 'email', address: customer.email, acceptedAt });
  }
}

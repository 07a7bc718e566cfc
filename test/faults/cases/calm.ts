import { expect, it } from 'vitest';
import { mailPost } from '../posts/mailgun-posts.ts';
import { facebookPost, whatsAppPost } from '../posts/meta-posts.ts';
import type { Post } from '../posts/post.ts';
import { callPost, smsPost } from '../posts/twilio-posts.ts';
import { adfPost, apiPost, formPost, plainFormPost } from '../posts/website-posts.ts';
import type { Scene } from '../support/scene.ts';

export const QUESTION = 'Er Volvo XC60 fortsatt ledig?';

/** One post by each way in, of customers of their own. */
export function oneOfEach({ customers, cluster, dealerships }: Scene, dealership = dealerships[0]): Post[] {
  const [sms, whatsApp] = [customers.token(), customers.token()];
  return [
    ...[formPost, plainFormPost, apiPost, adfPost].map((make) =>
      make(dealership, customers.next(), customers.token(), QUESTION),
    ),
    mailPost(cluster.clock, dealership, customers.next(), customers.token(), { words: QUESTION }),
    smsPost(dealership, customers.next(), sms, `${QUESTION} ${sms}`),
    facebookPost(cluster.graph, dealership, customers.next(), customers.token(), QUESTION),
    whatsAppPost(dealership, customers.next(), cluster.clock, whatsApp, `${QUESTION} ${whatsApp}`),
    callPost(dealership, customers.next(), `CA-${customers.token()}`, 'no-answer'),
    cluster.visit(dealership, customers.next()).post(customers.token(), QUESTION),
  ];
}

export function calmCases(scene: () => Scene): void {
  it('in calm weather everything is taken in and answered once, and the oracle sees nothing wrong', async () => {
    const { sender, dealerships } = scene();
    const posted = await Promise.all(
      dealerships.flatMap((dealership) => oneOfEach(scene(), dealership)).map((post) => sender.send(post)),
    );
    expect(posted.filter(({ acceptedAt }) => acceptedAt === null)).toEqual([]);
    const { verdict, views } = await scene().verdict();
    expect(verdict).toEqual({ accepted: 20, lost: [], duplicates: [], crossTenant: [], afterStop: [] });
    expect(views.map(({ leads }) => leads.length)).toEqual([10, 10]);
  });
}

import { mongo } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../test/start-test-app.ts';
import { messageRecords, postForm, RecordingEmail, roomyEnv } from '../../test/work.ts';
import { createJobBackend } from './create-job-backend.ts';
import { Worker } from './worker.ts';

const email = new RecordingEmail();
let app: TestApp;
let dealer: string;
let workers: Worker[] = [];
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv, services: { email } });
  dealer = (await app.signUp()).dealership.id;
});
afterEach(async () => {
  app.services.wake = () => undefined;
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});
afterAll(() => app.close());

async function start(): Promise<Worker> {
  const worker = new Worker(app.services);
  workers.push(worker);
  await worker.start();
  return worker;
}
async function replied(leadId: string): Promise<void> {
  const sent = async () => {
    const reply = (await messageRecords(dealer, leadId)).find((message) => message.purpose === 'reply');
    expect(reply?.state).toBe('sent');
  };
  await vi.waitFor(sent, { timeout: 15_000, interval: 50 });
}

describe('the worker', () => {
  it('answers as soon as it is woken', async () => {
    const worker = await start();
    app.services.wake = () => worker.wake();
    const { body } = await postForm(app, dealer);
    await replied(body.lead_id);
  });

  it('finds what nobody woke it for', async () => {
    await start();
    const { body } = await postForm(app, dealer);
    await replied(body.lead_id);
  });

  it('shares the work with another: every answer goes out once', async () => {
    await Promise.all([start(), start()]);
    app.services.wake = () => {
      for (const worker of workers) worker.wake();
    };
    email.calls.length = 0;
    const answers = await Promise.all(Array.from({ length: 8 }, () => postForm(app, dealer)));
    for (const { body } of answers) await replied(body.lead_id);
    await Promise.all(workers.map((worker) => worker.idle()));
    expect(email.toCustomers()).toHaveLength(8);
    expect(new Set(email.calls.map((mail) => mail.messageId)).size).toBe(email.calls.length);
  });

  it('leaves what it had begun finished when it stops', async () => {
    const worker = await start();
    const { body } = await postForm(app, dealer);
    worker.wake();
    await worker.stop();
    const states = (await messageRecords(dealer, body.lead_id)).map((message) => message.state);
    expect(states).not.toContain('sending');
  });
});

it('a job that cannot be let go since the database is away ends nothing', async () => {
  const uri = inject('mongodbUri');
  const client = await new mongo.MongoClient(uri).connect();
  const { repository } = createJobBackend(client.db('jobs'), app.services.logger);
  await client.close();
  await repository.unlockJob({ _id: new mongo.ObjectId().toString(), name: 'deliver messages' } as never);
  expect(app.logger.lines.at(-1)).toMatchObject({ message: 'job not let go' });
});

import mongoose from 'mongoose';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { RecordingLogger } from '../../test/recording-logger.ts';
import { DatabaseWatch, pingAsSomebodyNew, pingAsUs } from './database-watch.ts';

let cutOff = 0;
beforeAll(async () => {
  await mongoose.connect(inject('mongodbUri'));
});
afterAll(() => mongoose.disconnect());
beforeEach(() => {
  cutOff = 0;
});

const stuck = () => Promise.reject(new Error('no server is known'));
const reached = () => pingAsSomebodyNew(inject('mongodbUri'));
const away = () => Promise.reject(new Error('nobody listens'));

async function look(times: number, asUs: () => Promise<unknown>, asSomebodyNew: () => Promise<unknown>) {
  const onCutOff = () => {
    cutOff += 1;
  };
  const watch = new DatabaseWatch({ asUs, asSomebodyNew, onCutOff, logger: new RecordingLogger() });
  for (let time = 0; time < times; time += 1) await watch.look();
}

it('a process that reaches the database is let be', async () => {
  await look(6, pingAsUs, reached);
  expect(cutOff).toBe(0);
});

it('one that alone does not reach it is told, once that is certain', async () => {
  await look(4, stuck, reached);
  expect(cutOff).toBe(0);
  await look(5, stuck, reached);
  expect(cutOff).toBe(1);
});

it('one that reaches it again in between begins anew', async () => {
  let asked = 0;
  const now = () => {
    asked += 1;
    return asked === 4 ? pingAsUs() : stuck();
  };
  await look(8, now, reached);
  expect(cutOff).toBe(0);
});

it('while the database is away for everybody nobody is told', async () => {
  await look(6, stuck, away);
  expect(cutOff).toBe(0);
});

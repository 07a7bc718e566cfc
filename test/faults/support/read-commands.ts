import { BSON } from 'mongodb';
import type { Fate, Tap } from './tcp-proxy.ts';

const OP_MSG = 2013;
const HEADER_BYTES = 16;
const FLAGS_BYTES = 4;

/**
 * Reads what one connection says to a database and hands over each command, without its further sections; what is said
 * of the command becomes of it
 * (https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/).
 */
export function readCommands(heard: (command: Record<string, unknown>) => Fate): Tap {
  let waiting = Buffer.alloc(0);
  return (data) => {
    let fate: Fate;
    waiting = Buffer.concat([waiting, data]);
    while (waiting.length >= HEADER_BYTES && waiting.length >= waiting.readInt32LE(0)) {
      const message = waiting.subarray(0, waiting.readInt32LE(0));
      waiting = waiting.subarray(message.length);
      const body = bodyOf(message);
      if (body) fate = heard(BSON.deserialize(body)) ?? fate;
    }
    return fate;
  };
}

function bodyOf(message: Buffer): Buffer | null {
  if (message.readInt32LE(12) !== OP_MSG) return null;
  let at = HEADER_BYTES + FLAGS_BYTES;
  while (at + 5 <= message.length) {
    const length = message.readInt32LE(at + 1);
    if (message[at] === 0) return message.subarray(at + 1, at + 1 + length);
    at += 1 + length;
  }
  return null;
}

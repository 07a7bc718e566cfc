import { BSON } from 'mongodb';

const OP_MSG = 2013;
const HEADER_BYTES = 16;
const FLAGS_BYTES = 4;

/**
 * Reads what one connection says to a database and hands over each command, without its further sections
 * (https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/).
 */
export function readCommands(heard: (command: Record<string, unknown>) => void): (data: Buffer) => void {
  let waiting = Buffer.alloc(0);
  return (data) => {
    waiting = Buffer.concat([waiting, data]);
    while (waiting.length >= HEADER_BYTES && waiting.length >= waiting.readInt32LE(0)) {
      const message = waiting.subarray(0, waiting.readInt32LE(0));
      waiting = waiting.subarray(message.length);
      const body = bodyOf(message);
      if (body) heard(BSON.deserialize(body));
    }
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

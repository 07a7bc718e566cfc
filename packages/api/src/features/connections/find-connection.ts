import { notFound } from '../../http/problem.ts';
import { Arrival } from '../arrivals/model.ts';
import { addressOf } from './address-model.ts';
import { Connection, type ConnectionRecord } from './model.ts';

/** A connection and how many arrivals wait for it. */
export interface ConnectionWithWaiting {
  connection: ConnectionRecord;
  waiting: number;
}

/**
 * Reads a connection of the dealership.
 * @throws Problem 404
 */
export async function findConnection(connectionId: string): Promise<ConnectionRecord> {
  const connection = await Connection.findOne({ _id: connectionId }).lean<ConnectionRecord>();
  if (!connection) throw notFound();
  return connection;
}

/** Adds how many arrivals wait for a connection. */
export async function withWaiting(connection: ConnectionRecord): Promise<ConnectionWithWaiting> {
  const address = addressOf(connection.provider, connection.external_id);
  return { connection, waiting: await Arrival.countDocuments({ waits_for: address }) };
}

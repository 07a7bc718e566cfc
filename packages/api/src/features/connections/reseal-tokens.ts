import mongoose from 'mongoose';
import { tokenKeyId } from '../../lib/sealed-token.ts';
import type { Services } from '../../services.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { sealedFields, tokenOf } from './connection-token.ts';
import { Connection, type ConnectionRecord } from './model.ts';

const BATCH = 200;

/**
 * Seals tokens of an earlier key with the present one, so that the earlier can be taken away; tells how many. One that
 * no key opens is left as it is and logged.
 */
export async function resealTokens(services: Pick<Services, 'env' | 'logger'>): Promise<number> {
  const { env, logger } = services;
  const present = tokenKeyId(env.encryptionKey);
  let count = 0;
  let after = '';
  for (;;) {
    const batch = await asOperator(() =>
      Connection.find({ token_key: mongoose.trusted({ $ne: present }), _id: mongoose.trusted({ $gt: after }) })
        .sort({ _id: 1 })
        .limit(BATCH)
        .lean<ConnectionRecord[]>(),
    );
    for (const connection of batch) {
      const token = tokenOf(env, connection);
      if (token === null) {
        logger.error({ connection_id: connection._id }, 'no key opens the token of a connection');
        continue;
      }
      // Only over what was read: a token that was renewed meanwhile stays.
      const { modifiedCount } = await runAsTenant(connection.dealership_id, () =>
        Connection.updateOne(
          { _id: connection._id, sealed_token: connection.sealed_token },
          { $set: sealedFields(env, connection, token) },
        ),
      );
      count += modifiedCount;
    }
    const last = batch.at(-1);
    if (batch.length < BATCH || !last) return count;
    after = last._id;
  }
}

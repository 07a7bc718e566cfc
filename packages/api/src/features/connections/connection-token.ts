import type { Env } from '../../env.ts';
import { openToken, sealToken, type TokenPlace, tokenKeyId } from '../../lib/sealed-token.ts';
import type { ConnectionRecord } from './model.ts';

type Keys = Pick<Env, 'encryptionKey' | 'encryptionKeys'>;
type Owner = Pick<ConnectionRecord, '_id' | 'dealership_id'>;

function placeOf(owner: Owner): TokenPlace {
  return { dealershipId: owner.dealership_id, recordId: owner._id, field: 'connections.token' };
}

/** The fields of a connection that hold its token. */
export function sealedFields(
  env: Keys,
  owner: Owner,
  token: string,
): Pick<ConnectionRecord, 'sealed_token' | 'token_key'> {
  return {
    sealed_token: sealToken(env.encryptionKey, placeOf(owner), token),
    token_key: tokenKeyId(env.encryptionKey),
  };
}

/** The token of a connection; `null` when the key it was sealed with is gone. */
export function tokenOf(env: Keys, connection: Owner & Pick<ConnectionRecord, 'sealed_token'>): string | null {
  return openToken(env.encryptionKeys, placeOf(connection), connection.sealed_token);
}

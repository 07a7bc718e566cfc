import { renderConnectionMail } from '../../channels/email/render-connection-mail.ts';
import type { Services } from '../../services.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { writeToAdmins } from '../users/write-to-admins.ts';
import { Connection, type ConnectionRecord } from './model.ts';

/** Writes to every admin about a connection; the same `occasion` again writes nothing. */
async function tellAdmins(
  services: Services,
  connection: ConnectionRecord,
  occasion: string,
  problem: 'expired' | 'failing' | 'expires_soon',
): Promise<void> {
  const dealership = await findDealership(connection.dealership_id);
  if (!dealership) return;
  const mail = renderConnectionMail({
    language: dealership.language,
    dealershipName: dealership.name,
    provider: connection.provider,
    name: connection.name,
    problem,
    detail: problem === 'expires_soon' ? null : connection.last_error,
    expiresAt: connection.token_expires_at,
    timeZone: dealership.time_zone,
    link: `${services.env.publicUrl}/app/settings/connections`,
  });
  await writeToAdmins(services, dealership, `connection:${connection._id}:${occasion}`, mail);
}

/** Tells the admins of an outage, once each, also when this is called again or died half-way. */
export async function raiseAlarm(services: Services, connectionId: string): Promise<void> {
  const connection = await Connection.findOne({ _id: connectionId }).lean<ConnectionRecord>();
  const outage = connection?.outage;
  if (!connection || !outage || outage.alarmed || connection.state === 'connected') return;
  await tellAdmins(services, connection, `outage ${outage.since.getTime()}`, connection.state);
  await Connection.updateOne({ _id: connectionId, 'outage.since': outage.since }, { $set: { 'outage.alarmed': true } });
}

/** Tells the admins, once for each token, that it is about to end. */
export async function warnOfExpiry(services: Services, connection: ConnectionRecord): Promise<void> {
  const end = connection.token_expires_at;
  if (end !== null) await tellAdmins(services, connection, `expiry ${end.getTime()}`, 'expires_soon');
}

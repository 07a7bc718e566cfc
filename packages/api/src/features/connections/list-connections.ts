import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import { type ConnectionWithWaiting, withWaiting } from './find-connection.ts';
import { Connection } from './model.ts';

/** Lists the connections of the dealership, newest first. */
export async function listConnections(request: PageRequest): Promise<Page<ConnectionWithWaiting>> {
  const page = await findPage(Connection, { filter: {}, orderBy: 'created_at', direction: 'newest_first', request });
  return { ...page, data: await Promise.all(page.data.map(withWaiting)) };
}

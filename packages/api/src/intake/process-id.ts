import { hostname } from 'node:os';
import { randomText } from '../lib/secrets.ts';

/** Names this process as the owner of leases. */
export const PROCESS_ID = `${hostname()}:${process.pid}:${randomText(6)}`;

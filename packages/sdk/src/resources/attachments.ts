import type { CallOptions } from '../core/config.ts';
import type { AttachmentQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** Files that came with messages. */
export class Attachments extends Resource {
  /** Reads a file. With `disposition: 'inline'` a real picture may be shown; everything else is only to be saved. */
  download(id: string, query?: AttachmentQuery, options: CallOptions = {}): Promise<Blob> {
    const headers = { accept: '*/*' };
    return this.transport.download({ method: 'GET', path: ['v1', 'attachments', id], query, headers }, options);
  }
}

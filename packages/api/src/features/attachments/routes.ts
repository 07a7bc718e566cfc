import type { Routes } from '../../http/handler.ts';
import { findAttachment } from './find-attachment.ts';
import { serveAttachment } from './serve-attachment.ts';

export const attachmentRoutes = {
  downloadAttachment: async ({ ctx, path, query }, _request, response) => {
    const attachment = await findAttachment(ctx, path.attachment_id);
    await serveAttachment(attachment, query.disposition ?? 'attachment', response);
  },
} satisfies Pick<Routes, 'downloadAttachment'>;

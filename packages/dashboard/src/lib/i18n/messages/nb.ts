import type { Messages } from '../i18n.svelte.ts';
import { assistant } from './nb/assistant.ts';
import { attachments } from './nb/attachments.ts';
import { auth } from './nb/auth.ts';
import { chat } from './nb/chat.ts';
import { chatSettings } from './nb/chat-settings.ts';
import { connections } from './nb/connections.ts';
import { crm } from './nb/crm.ts';
import { drafts } from './nb/drafts.ts';
import { escalations } from './nb/escalations.ts';
import { forms } from './nb/forms.ts';
import { inboundLog } from './nb/inbound-log.ts';
import { inbox } from './nb/inbox.ts';
import { knowledge } from './nb/knowledge.ts';
import { lead } from './nb/lead.ts';
import { mailbox } from './nb/mailbox.ts';
import { portals } from './nb/portals.ts';
import { settings } from './nb/settings.ts';
import { shell } from './nb/shell.ts';
import { stock } from './nb/stock.ts';
import { webhooks } from './nb/webhooks.ts';

/** Everything the interface says, in bokmål. */
export const nb: Messages = {
  ...shell,
  ...auth,
  ...inbox,
  ...lead,
  ...stock,
  ...settings,
  ...connections,
  ...inboundLog,
  ...attachments,
  ...mailbox,
  ...forms,
  ...webhooks,
  ...chat,
  ...chatSettings,
  ...knowledge,
  ...crm,
  ...portals,
  ...escalations,
  ...drafts,
  ...assistant,
};

import { assistant } from './en/assistant.ts';
import { attachments } from './en/attachments.ts';
import { auth } from './en/auth.ts';
import { chat } from './en/chat.ts';
import { chatSettings } from './en/chat-settings.ts';
import { connections } from './en/connections.ts';
import { crm } from './en/crm.ts';
import { drafts } from './en/drafts.ts';
import { escalations } from './en/escalations.ts';
import { forms } from './en/forms.ts';
import { inboundLog } from './en/inbound-log.ts';
import { inbox } from './en/inbox.ts';
import { knowledge } from './en/knowledge.ts';
import { lead } from './en/lead.ts';
import { mailbox } from './en/mailbox.ts';
import { portals } from './en/portals.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { stock } from './en/stock.ts';
import { webhooks } from './en/webhooks.ts';

/** Everything the interface says, in English; the other languages have the same keys. */
export const en = {
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
} as const;

import type { Scope } from '../features/api-keys/model.ts';
import type { Role } from '../features/users/model.ts';
import type { operations } from '../generated/openapi.ts';

export type OperationId = keyof operations;

/** Operations that need no credentials; what protects each is said in its description. */
export const PUBLIC_OPERATIONS = [
  'acceptInvitation',
  'getLiveness',
  'getReadiness',
  'logIn',
  'logOut',
  'receiveCall',
  'receiveForm',
  'receiveMailgunEvent',
  'receiveMailgunMessage',
  'receiveMetaEvents',
  'receiveSms',
  'receiveSmsStatus',
  'refreshSession',
  'showUnsubscribe',
  'signUp',
  'unsubscribe',
  'verifyMetaWebhook',
] as const satisfies readonly OperationId[];

export type PublicOperation = (typeof PUBLIC_OPERATIONS)[number];
export type GuardedOperation = Exclude<OperationId, PublicOperation>;

/** Who may call an operation: people by role, secret keys by scope, publishable keys by being named. */
export interface Access {
  roles: readonly Role[];
  scope: Scope | null;
  publishable: boolean;
  /** The token of a chat's visitor, which allows nothing else. */
  visitor?: true;
}

const EVERYBODY: readonly Role[] = ['admin', 'manager', 'sales_rep', 'viewer'];
const SELLERS: readonly Role[] = ['admin', 'manager', 'sales_rep'];
const MANAGERS: readonly Role[] = ['admin', 'manager'];
const ADMINS: readonly Role[] = ['admin'];

function people(roles: readonly Role[]): Access {
  return { roles, scope: null, publishable: false };
}
function allow(roles: readonly Role[], scope: Scope): Access {
  return { roles, scope, publishable: false };
}
function browser(roles: readonly Role[], scope: Scope): Access {
  return { roles, scope, publishable: true };
}

/** For the visitor of a chat, about that chat, and for nobody else. */
const VISITOR: Access = { roles: [], scope: null, publishable: false, visitor: true };

/** The one table of who may do what; a test tries every row with every role and key. */
export const policy: Record<GuardedOperation, Access> = {
  getForm: browser(EVERYBODY, 'forms:read'),
  submitForm: browser([], 'forms:submit'),
  listForms: allow(EVERYBODY, 'forms:read'),
  createForm: people(MANAGERS),
  previewForm: people(MANAGERS),
  getFormDefinition: allow(EVERYBODY, 'forms:read'),
  updateFormDefinition: people(MANAGERS),
  archiveForm: people(MANAGERS),

  getChat: browser(EVERYBODY, 'forms:read'),
  openChatSession: browser([], 'forms:submit'),
  getChatSession: VISITOR,
  updateChatSession: VISITOR,
  sendChatMessage: VISITOR,
  streamChat: VISITOR,
  setVisitorTyping: VISITOR,
  markChatRead: VISITOR,
  renewChatToken: VISITOR,
  closeChatSession: VISITOR,
  getLeadChat: allow(EVERYBODY, 'leads:read'),
  setStaffTyping: allow(SELLERS, 'leads:write'),

  listLeads: allow(EVERYBODY, 'leads:read'),
  createLead: allow(SELLERS, 'leads:write'),
  getLead: allow(EVERYBODY, 'leads:read'),
  updateLead: allow(SELLERS, 'leads:write'),
  deleteLead: allow(MANAGERS, 'leads:write'),
  restoreLead: allow(MANAGERS, 'leads:write'),
  markLeadRead: allow(SELLERS, 'leads:write'),
  listLeadHistory: allow(EVERYBODY, 'leads:read'),
  listNotes: allow(EVERYBODY, 'leads:read'),
  createNote: allow(SELLERS, 'leads:write'),
  listMessages: allow(EVERYBODY, 'leads:read'),
  listReplyChannels: allow(EVERYBODY, 'leads:read'),
  downloadAttachment: allow(EVERYBODY, 'leads:read'),
  sendMessage: allow(SELLERS, 'leads:write'),
  approveDraft: allow(SELLERS, 'leads:write'),
  discardDraft: allow(SELLERS, 'leads:write'),
  suggestReply: allow(SELLERS, 'leads:write'),
  rewriteText: allow(SELLERS, 'leads:write'),
  summariseLead: allow(SELLERS, 'leads:write'),
  listFollowUps: allow(EVERYBODY, 'leads:read'),
  cancelFollowUps: allow(SELLERS, 'leads:write'),
  listEscalations: allow(EVERYBODY, 'leads:read'),
  getEscalation: allow(EVERYBODY, 'leads:read'),
  assignEscalation: allow(SELLERS, 'leads:write'),
  resolveEscalation: allow(SELLERS, 'leads:write'),
  reopenEscalation: allow(SELLERS, 'leads:write'),
  receiveAdf: allow([], 'leads:write'),
  validateAdf: allow(EVERYBODY, 'leads:write'),
  listArrivals: allow(EVERYBODY, 'leads:read'),
  promoteArrival: allow(SELLERS, 'leads:write'),
  getArrivalMail: allow(EVERYBODY, 'leads:read'),
  listPortalTemplates: allow(EVERYBODY, 'dealership:read'),
  createPortalTemplate: people(MANAGERS),
  previewPortalTemplate: people(MANAGERS),
  updatePortalTemplate: people(MANAGERS),
  deletePortalTemplate: people(MANAGERS),

  listInboundRequests: people(MANAGERS),
  getInboundRequest: people(MANAGERS),
  replayInboundRequest: people(MANAGERS),

  listConnections: people(MANAGERS),
  getConnection: people(MANAGERS),
  listConnectionTemplates: people(MANAGERS),
  testConnection: people(MANAGERS),
  createConnection: people(ADMINS),
  updateConnection: people(ADMINS),
  deleteConnection: people(ADMINS),

  listVehicles: allow(EVERYBODY, 'vehicles:read'),
  createVehicle: allow(SELLERS, 'vehicles:write'),
  getVehicle: allow(EVERYBODY, 'vehicles:read'),
  updateVehicle: allow(SELLERS, 'vehicles:write'),
  deleteVehicle: allow(MANAGERS, 'vehicles:write'),

  listKnowledge: allow(EVERYBODY, 'knowledge:read'),
  createKnowledge: allow(MANAGERS, 'knowledge:write'),
  uploadKnowledge: allow(MANAGERS, 'knowledge:write'),
  addKnowledgePage: allow(MANAGERS, 'knowledge:write'),
  getKnowledge: allow(EVERYBODY, 'knowledge:read'),
  updateKnowledge: allow(MANAGERS, 'knowledge:write'),
  deleteKnowledge: allow(MANAGERS, 'knowledge:write'),
  refetchKnowledge: allow(MANAGERS, 'knowledge:write'),
  listKnowledgeVersions: allow(EVERYBODY, 'knowledge:read'),
  restoreKnowledgeVersion: allow(MANAGERS, 'knowledge:write'),
  searchKnowledge: allow(EVERYBODY, 'knowledge:read'),
  listUnansweredQuestions: allow(EVERYBODY, 'knowledge:read'),
  answerUnansweredQuestion: allow(MANAGERS, 'knowledge:write'),
  dismissUnansweredQuestion: allow(MANAGERS, 'knowledge:write'),

  getDealership: allow(EVERYBODY, 'dealership:read'),
  updateDealership: people(MANAGERS),
  getAssistant: allow(EVERYBODY, 'dealership:read'),
  updateAssistant: people(MANAGERS),
  tryAssistant: people(SELLERS),
  getUsage: allow(EVERYBODY, 'dealership:read'),
  getMailbox: allow(EVERYBODY, 'dealership:read'),
  updateMailbox: people(MANAGERS),
  rotateMailbox: people(MANAGERS),
  getCrm: allow(EVERYBODY, 'dealership:read'),
  updateCrm: people(MANAGERS),
  listCrmDeliveries: allow(EVERYBODY, 'leads:read'),
  retryCrmDelivery: allow(SELLERS, 'leads:write'),
  listUsers: allow(EVERYBODY, 'dealership:read'),
  inviteUser: people(ADMINS),
  listApiKeys: people(ADMINS),
  createApiKey: people(ADMINS),
  revokeApiKey: people(ADMINS),

  listWebhookEndpoints: allow(MANAGERS, 'webhooks:read'),
  createWebhookEndpoint: allow(ADMINS, 'webhooks:write'),
  getWebhookEndpoint: allow(MANAGERS, 'webhooks:read'),
  updateWebhookEndpoint: allow(ADMINS, 'webhooks:write'),
  deleteWebhookEndpoint: allow(ADMINS, 'webhooks:write'),
  rotateWebhookSecret: allow(ADMINS, 'webhooks:write'),
  testWebhookEndpoint: allow(ADMINS, 'webhooks:write'),
  resendWebhooksSince: allow(ADMINS, 'webhooks:write'),
  listWebhookDeliveries: allow(MANAGERS, 'webhooks:read'),
  getWebhookDelivery: allow(MANAGERS, 'webhooks:read'),
  resendWebhookDelivery: allow(ADMINS, 'webhooks:write'),

  createSandbox: allow(ADMINS, 'sandbox:write'),
  getSandbox: allow(ADMINS, 'sandbox:write'),
  moveSandboxClock: allow(ADMINS, 'sandbox:write'),
  generateSandboxLeads: allow(ADMINS, 'sandbox:write'),
  replyInSandbox: allow(ADMINS, 'sandbox:write'),
  tellSandboxReceiver: allow(ADMINS, 'sandbox:write'),
  listSandboxReceipts: allow(ADMINS, 'sandbox:write'),

  streamEvents: allow(EVERYBODY, 'events:read'),
  listOutbox: people(EVERYBODY),
  replyToOutbox: people(SELLERS),
  getMe: people(EVERYBODY),
  updateMe: people(EVERYBODY),
};

/** Tells whether an operation needs no credentials. */
export function isPublic(operation: OperationId): operation is PublicOperation {
  return (PUBLIC_OPERATIONS as readonly string[]).includes(operation);
}

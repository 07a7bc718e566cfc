import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { Norvalt } from './norvalt.ts';
import { type Reply, startServer } from './testing/start-server.ts';
import type { FormDefinitionInput } from './types.ts';

interface Operation {
  operationId: string;
  security?: unknown[];
  parameters?: { $ref?: string; name?: string; in?: string }[];
  requestBody?: unknown;
  method: string;
  path: string;
}

/** The operations that a client calls: not those for providers, for systems that speak ADF and for readers of mail. */
async function readContract(): Promise<Operation[]> {
  const document = parse(await readFile(new URL('../../../openapi.yaml', import.meta.url), 'utf8'));
  return Object.entries<Record<string, Omit<Operation, 'method' | 'path'>>>(document.paths)
    .filter(([path]) => !/^\/(webhooks|unsubscribe|v1\/adf)(\/|$)/.test(path))
    .flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => method !== 'parameters')
        .map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
    );
}

const marks = { marks: [{ field: 'name' as const, in: 'text' as const, start: 0, end: 4 }] };
const customer = { name: 'Per Olsen' };
const form: FormDefinitionInput = { name: 'Kontakt', fields: [{ name: 'email', type: 'email' }] };

/** How each operation is called; ids are the names of the path parameters. */
const calls: Record<string, (norvalt: Norvalt) => PromiseLike<unknown>> = {
  acceptInvitation: ({ auth }) => auth.acceptInvitation({ token: 'inv_1', password: 'en lang setning' }),
  addKnowledgePage: ({ knowledge }) => knowledge.addPage({ url: 'https://dealer.example/garanti' }),
  answerUnansweredQuestion: ({ knowledge }) => knowledge.unanswered.answer('question_id', { text: 'Ja.' }),
  approveDraft: ({ leads }) => leads.messages.approve('lead_id', 'message_id', { text: 'Hei.' }),
  archiveForm: ({ forms }) => forms.archive('form_id'),
  assignEscalation: ({ escalations }) => escalations.assign('escalation_id', { user_id: null }),
  cancelFollowUps: ({ leads }) => leads.followUps.cancel('lead_id'),
  closeChatSession: ({ chat }) => chat.close(),
  createApiKey: ({ apiKeys }) => apiKeys.create({ name: 'CRM', kind: 'secret', mode: 'test' }),
  createConnection: ({ connections }) =>
    connections.create({ provider: 'facebook', external_id: '104729381723', token: 'EAAGm0PX4ZCpsBAexample' }),
  createForm: ({ forms }) => forms.create(form),
  createKnowledge: ({ knowledge }) => knowledge.create({ kind: 'faq', title: 'Garanti?', text: '12 måneder.' }),
  createLead: ({ leads }) => leads.create({ customer }),
  createNote: ({ leads }) => leads.notes.create('lead_id', { text: 'Ringte.' }),
  createPortalTemplate: ({ portalTemplates }) =>
    portalTemplates.create('arrival_id', { name: 'Portal', senders: ['portal.example'], ...marks }),
  createSandbox: ({ sandbox }) => sandbox.create({}),
  createVehicle: ({ vehicles }) => vehicles.create({ make: 'Volvo', model: 'XC60' }),
  createWebhookEndpoint: ({ webhookEndpoints }) =>
    webhookEndpoints.create({ url: 'https://crm.example/in', events: ['lead.created'] }),
  deleteConnection: ({ connections }) => connections.delete('connection_id'),
  deleteKnowledge: ({ knowledge }) => knowledge.delete('entry_id'),
  deleteLead: ({ leads }) => leads.delete('lead_id'),
  deletePortalTemplate: ({ portalTemplates }) => portalTemplates.delete('portal_template_id'),
  deleteVehicle: ({ vehicles }) => vehicles.delete('vehicle_id'),
  deleteWebhookEndpoint: ({ webhookEndpoints }) => webhookEndpoints.delete('webhook_endpoint_id'),
  discardDraft: ({ leads }) => leads.messages.discard('lead_id', 'message_id'),
  dismissUnansweredQuestion: ({ knowledge }) => knowledge.unanswered.dismiss('question_id'),
  downloadAttachment: ({ attachments }) => attachments.download('attachment_id'),
  generateSandboxLeads: ({ sandbox }) => sandbox.generateLeads({ scenario: 'enquiry' }),
  getArrivalMail: ({ arrivals }) => arrivals.mail('arrival_id'),
  getAssistant: ({ assistant }) => assistant.get(),
  getChat: ({ chat }) => chat.get(),
  getChatSession: ({ chat }) => chat.read({ after: 3 }),
  getConnection: ({ connections }) => connections.get('connection_id'),
  getCrm: ({ crm }) => crm.get(),
  getDealership: ({ dealership }) => dealership.get(),
  getEscalation: ({ escalations }) => escalations.get('escalation_id'),
  getForm: ({ forms }) => forms.get('form_id', { language: 'nb' }),
  getFormDefinition: ({ forms }) => forms.definition('form_id'),
  getInboundRequest: ({ inboundRequests }) => inboundRequests.get('inbound_request_id'),
  getKnowledge: ({ knowledge }) => knowledge.get('entry_id'),
  getLead: ({ leads }) => leads.get('lead_id'),
  getLeadChat: ({ leads }) => leads.chat.get('lead_id'),
  getLiveness: ({ health }) => health.live(),
  getMailbox: ({ dealership }) => dealership.mailbox.get(),
  getMe: ({ auth }) => auth.me(),
  getReadiness: ({ health }) => health.ready(),
  getSandbox: ({ sandbox }) => sandbox.get(),
  getUsage: ({ assistant }) => assistant.usage({ month: '2026-11' }),
  getVehicle: ({ vehicles }) => vehicles.get('vehicle_id'),
  getWebhookDelivery: ({ webhookDeliveries }) => webhookDeliveries.get('webhook_delivery_id'),
  getWebhookEndpoint: ({ webhookEndpoints }) => webhookEndpoints.get('webhook_endpoint_id'),
  inviteUser: ({ users }) => users.invite({ email: 'siri@dealer.example', name: 'Siri Berg', role: 'viewer' }),
  listApiKeys: ({ apiKeys }) => apiKeys.list({ limit: 1 }),
  listArrivals: ({ arrivals }) => arrivals.list({ limit: 1 }),
  listConnectionTemplates: ({ connections }) => connections.templates('connection_id'),
  listConnections: ({ connections }) => connections.list({ limit: 1 }),
  listCrmDeliveries: ({ crm }) => crm.deliveries.list({ limit: 1 }),
  listEscalations: ({ escalations }) => escalations.list({ limit: 1 }),
  listFollowUps: ({ leads }) => leads.followUps.list('lead_id', { limit: 1 }),
  listForms: ({ forms }) => forms.list({ limit: 1 }),
  listInboundRequests: ({ inboundRequests }) => inboundRequests.list({ limit: 1 }),
  listKnowledge: ({ knowledge }) => knowledge.list({ limit: 1 }),
  listKnowledgeVersions: ({ knowledge }) => knowledge.versions.list('entry_id', { limit: 1 }),
  listLeadHistory: ({ leads }) => leads.history('lead_id', { limit: 1 }),
  listLeads: ({ leads }) => leads.list({ limit: 1 }),
  listMessages: ({ leads }) => leads.messages.list('lead_id', { limit: 1 }),
  listNotes: ({ leads }) => leads.notes.list('lead_id', { limit: 1 }),
  listOutbox: ({ outbox }) => outbox.list({ limit: 1 }),
  listPortalTemplates: ({ portalTemplates }) => portalTemplates.list(),
  listReplyChannels: ({ leads }) => leads.channels('lead_id'),
  listSandboxReceipts: ({ sandbox }) => sandbox.receipts({ limit: 1 }),
  listUnansweredQuestions: ({ knowledge }) => knowledge.unanswered.list({ limit: 1 }),
  listUsers: ({ users }) => users.list({ limit: 1 }),
  listVehicles: ({ vehicles }) => vehicles.list({ limit: 1 }),
  listWebhookDeliveries: ({ webhookDeliveries }) => webhookDeliveries.list({ limit: 1 }),
  listWebhookEndpoints: ({ webhookEndpoints }) => webhookEndpoints.list({ limit: 1 }),
  logIn: ({ auth }) => auth.logIn({ email: 'anne@dealer.example', password: 'en lang setning' }),
  logOut: ({ auth }) => auth.logOut(),
  markChatRead: ({ chat }) => chat.markRead({ position: 3 }),
  markLeadRead: ({ leads }) => leads.markRead('lead_id'),
  moveSandboxClock: ({ sandbox }) => sandbox.moveClock({ advance_seconds: 60 }),
  openChatSession: ({ chat }) => chat.open({ language: 'nb' }),
  previewForm: ({ forms }) => forms.preview(form, { language: 'nb' }),
  previewPortalTemplate: ({ portalTemplates }) => portalTemplates.preview('arrival_id', marks),
  promoteArrival: ({ arrivals }) => arrivals.promote('arrival_id'),
  refetchKnowledge: ({ knowledge }) => knowledge.refetch('entry_id'),
  refreshSession: ({ auth }) => auth.refresh(),
  renewChatToken: ({ chat }) => chat.renew(),
  reopenEscalation: ({ escalations }) => escalations.reopen('escalation_id'),
  replayInboundRequest: ({ inboundRequests }) => inboundRequests.replay('inbound_request_id'),
  replyInSandbox: ({ sandbox }) => sandbox.reply({ lead_id: 'lead_id' }),
  replyToOutbox: ({ outbox }) => outbox.reply('outbox_id', { text: 'Takk.' }),
  resendWebhookDelivery: ({ webhookDeliveries }) => webhookDeliveries.resend('webhook_delivery_id'),
  resendWebhooksSince: ({ webhookEndpoints }) =>
    webhookEndpoints.resendSince('webhook_endpoint_id', { since: '2026-11-20T00:00:00.000Z' }),
  resolveEscalation: ({ escalations }) => escalations.resolve('escalation_id', { note: 'Ringte.' }),
  restoreKnowledgeVersion: ({ knowledge }) => knowledge.versions.restore('entry_id', 'version_id'),
  restoreLead: ({ leads }) => leads.restore('lead_id'),
  retryCrmDelivery: ({ crm }) => crm.deliveries.retry('delivery_id'),
  revokeApiKey: ({ apiKeys }) => apiKeys.revoke('api_key_id'),
  rewriteText: ({ leads }) => leads.copilot.rewrite('lead_id', { task: 'shorten', text: 'Hei.' }),
  rotateMailbox: ({ dealership }) => dealership.mailbox.rotate(),
  rotateWebhookSecret: ({ webhookEndpoints }) => webhookEndpoints.rotateSecret('webhook_endpoint_id'),
  searchKnowledge: ({ knowledge }) => knowledge.search({ question: 'Garanti?' }),
  sendChatMessage: ({ chat }) => chat.send({ client_id: 'client-1', text: 'Hei' }),
  sendMessage: ({ leads }) => leads.messages.send('lead_id', { channel: 'sms', text: 'Hei.' }),
  setStaffTyping: ({ leads }) => leads.chat.typing('lead_id', { typing: true }),
  setVisitorTyping: ({ chat }) => chat.typing({ typing: false }),
  signUp: ({ auth }) =>
    auth.signUp({ email: 'a@b.example', password: 'en lang setning', name: 'Anne', dealership_name: 'Fjord Bil' }),
  streamChat: ({ chat }) => chat.events().next(),
  streamEvents: (norvalt) => norvalt.live().next(),
  submitForm: ({ forms }) => forms.submit('form_id', { name: 'Kari', message: 'Hei' }),
  suggestReply: ({ leads }) => leads.copilot.suggest('lead_id', { channel: 'email' }),
  summariseLead: ({ leads }) => leads.copilot.summarise('lead_id', { language: 'nb' }),
  tellSandboxReceiver: ({ sandbox }) => sandbox.tellReceiver({ answers: [{ status: 500 }] }),
  testConnection: ({ connections }) => connections.test('connection_id'),
  testWebhookEndpoint: ({ webhookEndpoints }) => webhookEndpoints.test('webhook_endpoint_id'),
  tryAssistant: ({ assistant }) => assistant.try({ message: 'Er den ledig?' }),
  updateAssistant: ({ assistant }) => assistant.update({ personality: 'formal' }),
  updateChatSession: ({ chat }) => chat.update({ name: 'Kari' }),
  updateConnection: ({ connections }) => connections.update('connection_id', { token: 'EAAGm0PX4ZCpsBAexample' }),
  updateCrm: ({ crm }) => crm.update({ enabled: false }),
  updateDealership: ({ dealership }) => dealership.update({ name: 'Fjord Bil' }),
  updateFormDefinition: ({ forms }) => forms.update('form_id', { name: 'Kontakt' }),
  updateKnowledge: ({ knowledge }) => knowledge.update('entry_id', { enabled: false }),
  updateLead: ({ leads }) => leads.update('lead_id', { status: 'won' }),
  updateMailbox: ({ dealership }) => dealership.mailbox.update({ enabled: false }),
  updateMe: ({ auth }) => auth.updateMe({ phone: null }),
  updatePortalTemplate: ({ portalTemplates }) => portalTemplates.update('portal_template_id', { enabled: false }),
  updateVehicle: ({ vehicles }) => vehicles.update('vehicle_id', { status: 'sold' }),
  updateWebhookEndpoint: ({ webhookEndpoints }) => webhookEndpoints.update('webhook_endpoint_id', { enabled: false }),
  uploadKnowledge: ({ knowledge }) =>
    knowledge.upload('# Levering', { type: 'text/markdown', filename: 'levering.md' }),
};

const operations = await readContract();

it('there is a method for every operation of the contract, and no other', () => {
  expect(Object.keys(calls)).toEqual(operations.map(({ operationId }) => operationId).sort());
});

/** Answers each operation with something it can read. */
const answer: Reply = (response, { target }) =>
  target.endsWith('/events')
    ? response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .write('data: {"id":"evt_1","type":"t","data":{}}\n\n')
    : response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"data":[],"has_more":false,"next_cursor":null}');

it.each(operations)('$operationId is sent as $method $path', async (operation) => {
  const server = await startServer(answer);
  await calls[operation.operationId]?.(new Norvalt({ baseUrl: server.baseUrl, apiKey: 'sk_test_1' }));

  expect(server.requests).toHaveLength(1);
  const [request] = server.requests;
  expect(request?.method).toBe(operation.method);
  expect(request?.target.split('?')[0]).toBe(operation.path.replace(/[{}]/g, ''));
  expect(request?.body !== '').toBe(operation.requestBody !== undefined);
  const isList = operation.parameters?.some(({ $ref }) => $ref === '#/components/parameters/Limit') ?? false;
  expect(request?.target.includes('limit=1')).toBe(isList);
  const isAnonymous = operation.security?.length === 0;
  expect(request?.headers.authorization).toBe(isAnonymous ? undefined : 'Bearer sk_test_1');
  expect(request?.headers['idempotency-key'] !== undefined).toBe(operation.method === 'POST');
});

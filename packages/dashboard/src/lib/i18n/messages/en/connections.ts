import type { Connection, ConnectionProvider, TemplateParameter } from '@norvalt/sdk';

type State = Connection['state'];

export const connections = {
  connections: {
    intro: 'Your Facebook pages and WhatsApp numbers, and how it is with each.',
    add: 'Connect',
    adminsManage: 'Only admins connect, renew and disconnect. You can try a connection.',
    managersOnly: 'Managers and admins see this.',
    unavailable:
      'This Norvalt has no app at Meta yet. Whoever runs it sets META_APP_SECRET and META_VERIFY_TOKEN first.',
    emptyTitle: 'Nothing connected',
    emptyText: 'Connect a Facebook page to get its lead forms, or a WhatsApp number to answer there.',
    providers: { facebook: 'Facebook page', whatsapp: 'WhatsApp number' } as Record<ConnectionProvider, string>,
    providerHints: {
      facebook: 'Leads of its lead forms come in.',
      whatsapp: 'Customers write to it and are answered.',
    } as Record<ConnectionProvider, string>,
    states: { connected: 'Works', expired: 'Needs a new token', failing: 'Does not answer' } as Record<State, string>,
    lastEvent: 'Last heard from',
    lastSuccess: 'Last worked',
    lastError: 'Last error',
    never: 'not yet',
    tokenEnds: 'Token ends',
    waiting: (count: number) =>
      count === 1
        ? '1 enquiry waits for it and is fetched once it works'
        : `${count} enquiries wait for it and are fetched once it works`,
    foundByPoll: (count: number) =>
      count === 1
        ? '1 lead was found that Meta had not told of'
        : `${count} leads were found that Meta had not told of`,
    test: 'Test',
    testing: 'Testing',
    works: (name: string) => `${name} works`,
    fails: (detail: string) => `It does not work: ${detail}`,
    actions: (name: string) => `More for ${name}`,
    renew: 'New token',
    renewTitle: 'Give it a new token',
    renewText: 'The new token is tried first. Everything that waited is then taken in.',
    renewed: 'Connected again',
    template: 'Template',
    templateTitle: 'Template after 24 hours',
    templateText:
      'Once a customer’s last message is 24 hours old, WhatsApp takes only an approved template. Follow-ups use it by themselves.',
    templateOf: (name: string) => `Template after 24 hours: ${name}`,
    noTemplate: 'No template: after 24 hours nothing can be sent by WhatsApp.',
    templateChoice: 'Template',
    templateNone: 'None',
    templatesEmpty: 'The account has no approved template of words alone. Make one in WhatsApp Manager.',
    place: (number: number) => `{{${number}}} is`,
    parameters: {
      customer_name: 'The customer’s first name',
      dealership_name: 'The dealership',
      sender_name: 'Who sends it',
      vehicle: 'The car',
    } as Record<TemplateParameter, string>,
    preview: 'It reads',
    templateSaved: 'Template saved',
    disconnect: 'Disconnect',
    disconnectTitle: 'Disconnect it?',
    disconnectText: 'Its token is forgotten at once, and nothing more comes in by it. Leads that are here stay.',
    disconnected: 'Disconnected',
    connectTitle: 'Connect',
    provider: 'What',
    pageId: 'Page ID',
    pageIdHint: 'Under About on the page, or in Business settings.',
    numberId: 'Phone number ID',
    numberIdHint: 'In WhatsApp Manager, beside the number. It is not the telephone number.',
    accountId: 'WhatsApp business account ID',
    token: 'Access token',
    tokenHint: 'It is tried, sealed, and never shown again.',
    digits: 'Digits only, 5 to 25 of them.',
    tokenInvalid: 'A token is one line of at least 20 characters.',
    connected: 'Connected',
    webhook: 'Address for the app’s webhook',
    webhookHelp: 'Whoever runs this Norvalt enters it once in the app at Meta.',
  },
};

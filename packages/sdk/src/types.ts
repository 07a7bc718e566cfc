import type { components, operations } from './generated/openapi.ts';

type Schemas = components['schemas'];

/** The query parameters of an operation. */
export type QueryOf<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>;

/** The JSON body an operation takes. */
export type BodyOf<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type ProblemCode = Schemas['ProblemCode'];
export type ProblemField = NonNullable<Schemas['Problem']['errors']>[number];
export type Language = Schemas['Language'];
export type Mode = Schemas['Mode'];

export type ArrivalMail = Schemas['ArrivalMail'];
export type PortalField = Schemas['PortalField'];
export type PortalMark = Schemas['PortalMark'];
export type PortalMarks = Schemas['PortalMarks'];
export type PortalPreview = Schemas['PortalPreview'];
export type PortalTemplate = Schemas['PortalTemplate'];
export type PortalTemplateInput = Schemas['PortalTemplateInput'];
export type PortalTemplateList = Schemas['PortalTemplateList'];
export type PortalTemplateUpdate = Schemas['PortalTemplateUpdate'];

export type Crm = Schemas['Crm'];
export type CrmUpdate = Schemas['CrmUpdate'];
export type CrmProfile = Schemas['CrmProfile'];
export type CrmDelivery = Schemas['CrmDelivery'];
export type CrmDeliveryList = Schemas['CrmDeliveryList'];
export type CrmDeliveryListQuery = QueryOf<'listCrmDeliveries'>;

export type Mailbox = Schemas['Mailbox'];
export type MailboxUpdate = Schemas['MailboxUpdate'];
export type MailboxRotate = BodyOf<'rotateMailbox'>;

export type MessageAttachment = Schemas['MessageAttachment'];
export type AttachmentQuery = QueryOf<'downloadAttachment'>;

export type Lead = Schemas['Lead'];
export type LeadList = Schemas['LeadList'];
export type LeadListQuery = QueryOf<'listLeads'>;
export type LeadCreate = Schemas['LeadCreate'];
export type LeadUpdate = Schemas['LeadUpdate'];
export type LeadStatus = Schemas['LeadStatus'];
export type LeadSource = Schemas['LeadSource'];
export type LeadVehicle = Schemas['LeadVehicle'];
export type Temperature = Schemas['Temperature'];
export type Customer = Schemas['Customer'];
export type CustomerInput = Schemas['CustomerInput'];
export type Qualification = Schemas['Qualification'];
export type Submission = Schemas['Submission'];
export type Consent = Schemas['Consent'];
export type RecordedConsent = Schemas['RecordedConsent'];
export type Utm = Schemas['Utm'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type HistoryList = Schemas['HistoryList'];

export type Message = Schemas['Message'];
export type MessageList = Schemas['MessageList'];
export type MessageSend = BodyOf<'sendMessage'>;
export type MessageState = Schemas['MessageState'];
export type DraftApprove = BodyOf<'approveDraft'>;
export type Claim = Schemas['Claim'];
export type Note = Schemas['Note'];
export type NoteList = Schemas['NoteList'];
export type NoteCreate = BodyOf<'createNote'>;
export type FollowUp = Schemas['FollowUp'];
export type FollowUpList = Schemas['FollowUpList'];

export type AssistantSettings = Schemas['AssistantSettings'];
export type AssistantUpdate = Schemas['AssistantUpdate'];
export type AssistantChannelName = Schemas['AssistantChannelName'];
export type AssistantMode = Schemas['AssistantMode'];
export type Personality = Schemas['Personality'];
export type QualificationQuestion = Schemas['QualificationQuestion'];
export type QuestionTopic = Schemas['QuestionTopic'];
export type Trial = Schemas['Trial'];
export type TrialAsk = BodyOf<'tryAssistant'>;
export type Reading = Schemas['Reading'];
export type GateVerdict = Schemas['GateVerdict'];
export type Suggestion = Schemas['Suggestion'];
export type SuggestionAsk = BodyOf<'suggestReply'>;
export type RewrittenText = Schemas['RewrittenText'];
export type TextRewrite = BodyOf<'rewriteText'>;
export type LeadSummary = Schemas['LeadSummary'];
export type LeadSummaryAsk = BodyOf<'summariseLead'>;
export type Usage = Schemas['Usage'];
export type UsagePurpose = Schemas['UsagePurpose'];
export type UsageQuery = QueryOf<'getUsage'>;

export type Escalation = Schemas['Escalation'];
export type EscalationAssign = BodyOf<'assignEscalation'>;
export type EscalationList = Schemas['EscalationList'];
export type EscalationListQuery = QueryOf<'listEscalations'>;
export type EscalationPriority = Schemas['EscalationPriority'];
export type EscalationReason = Schemas['EscalationReason'];
export type EscalationResolve = BodyOf<'resolveEscalation'>;

export type Vehicle = Schemas['Vehicle'];
export type VehicleList = Schemas['VehicleList'];
export type VehicleListQuery = QueryOf<'listVehicles'>;
export type VehicleCreate = Schemas['VehicleCreate'];
export type VehicleUpdate = Schemas['VehicleUpdate'];
export type VehicleStatus = Schemas['VehicleStatus'];
export type Fuel = Schemas['Fuel'];

export type KnowledgeEntry = Schemas['KnowledgeEntry'];
export type KnowledgeSummary = Schemas['KnowledgeSummary'];
export type KnowledgeList = Schemas['KnowledgeList'];
export type KnowledgeListQuery = QueryOf<'listKnowledge'>;
export type KnowledgeEntryCreate = Schemas['KnowledgeEntryCreate'];
export type KnowledgeEntryUpdate = Schemas['KnowledgeEntryUpdate'];
export type KnowledgePageCreate = Schemas['KnowledgePageCreate'];
export type KnowledgeKind = Schemas['KnowledgeKind'];
export type KnowledgeCategory = Schemas['KnowledgeCategory'];
export type KnowledgeTranslation = Schemas['KnowledgeTranslation'];
export type KnowledgeVersion = Schemas['KnowledgeVersion'];
export type KnowledgeVersionList = Schemas['KnowledgeVersionList'];
export type KnowledgeDifference = Schemas['KnowledgeDifference'];
export type KnowledgeRefetch = Schemas['KnowledgeRefetch'];
export type KnowledgeSearch = Schemas['KnowledgeSearch'];
export type KnowledgeHit = Schemas['KnowledgeHit'];
export type KnowledgeHits = Schemas['KnowledgeHits'];
export type UnansweredQuestion = Schemas['UnansweredQuestion'];
export type UnansweredQuestionAnswer = Schemas['UnansweredQuestionAnswer'];
export type UnansweredQuestionList = Schemas['UnansweredQuestionList'];
/** What is told with a file: its media type, and what the entry is to be called. */
export type KnowledgeUpload = QueryOf<'uploadKnowledge'> & { type: string };

export type Form = Schemas['Form'];
export type FormList = Schemas['FormList'];
export type FormField = Schemas['FormField'];
export type FormDefinition = Schemas['FormDefinition'];
export type FormDefinitionInput = Schemas['FormDefinitionInput'];
export type FormDefinitionUpdate = Schemas['FormDefinitionUpdate'];
export type FieldDefinition = Schemas['FieldDefinition'];
export type FieldDefinitionInput = Schemas['FieldDefinitionInput'];
export type FormQuery = QueryOf<'getForm'>;
export type FormSubmission = Schemas['FormSubmission'];
export type SubmissionReceipt = Schemas['SubmissionReceipt'];
/** 202: stored for good, and a lead within a minute. Told apart by `status: 'accepted'`. */
export type StoredForLater = components['responses']['StoredForLater']['content']['application/json'];

export type Chat = Schemas['Chat'];
export type ChatContactInput = Schemas['ChatContactInput'];
export type ChatEvent = Schemas['ChatEvent'];
export type ChatMessage = Schemas['ChatMessage'];
export type ChatMessageSend = BodyOf<'sendChatMessage'>;
export type ChatOpened = Schemas['ChatOpened'];
export type ChatOpening = Schemas['ChatOpening'];
export type ChatSession = Schemas['ChatSession'];
export type ChatSettings = Schemas['ChatSettings'];
export type ChatTranscript = Schemas['ChatTranscript'];
export type LeadChat = Schemas['LeadChat'];

export type Arrival = Schemas['Arrival'];
export type ArrivalList = Schemas['ArrivalList'];
export type ArrivalListQuery = QueryOf<'listArrivals'>;
export type ArrivalOutcome = Schemas['ArrivalOutcome'];
export type InboundRequest = Schemas['InboundRequest'];
export type InboundRequestDetails = Schemas['InboundRequestDetails'];
export type InboundRequestList = Schemas['InboundRequestList'];
export type InboundRequestListQuery = QueryOf<'listInboundRequests'>;
export type InboundVerdict = Schemas['InboundVerdict'];

export type Connection = Schemas['Connection'];
export type ConnectionList = Schemas['ConnectionList'];
export type ConnectionCreate = BodyOf<'createConnection'>;
export type ConnectionUpdate = BodyOf<'updateConnection'>;
export type ConnectionTemplate = Schemas['ConnectionTemplate'];
export type ConnectionTemplateList = Schemas['ConnectionTemplateList'];
export type ConnectionProvider = Schemas['ConnectionProvider'];
export type ConnectionState = Schemas['ConnectionState'];
export type TemplateParameter = Schemas['TemplateParameter'];
export type ReplyChannel = Schemas['ReplyChannel'];
export type ReplyChannelList = Schemas['ReplyChannelList'];
export type ConnectionTest = Schemas['ConnectionTest'];

export type Dealership = Schemas['Dealership'];
export type DealershipUpdate = Schemas['DealershipUpdate'];
export type DealershipSummary = Schemas['DealershipSummary'];
export type OpeningHours = Schemas['OpeningHours'];
export type User = Schemas['User'];
export type UserList = Schemas['UserList'];
export type UserInvite = BodyOf<'inviteUser'>;
export type UserSummary = Schemas['UserSummary'];
export type Role = Schemas['Role'];

export type ApiKey = Schemas['ApiKey'];
export type ApiKeyList = Schemas['ApiKeyList'];
export type ApiKeyCreate = BodyOf<'createApiKey'>;
export type ApiKeyCreated = Schemas['ApiKeyCreated'];
export type ApiKeyKind = Schemas['ApiKeyKind'];
export type Scope = Schemas['Scope'];

export type WebhookEndpoint = Schemas['WebhookEndpoint'];
export type WebhookEndpointList = Schemas['WebhookEndpointList'];
export type WebhookEndpointCreate = Schemas['WebhookEndpointCreate'];
export type WebhookEndpointUpdate = Schemas['WebhookEndpointUpdate'];
export type WebhookEndpointWithSecret = Schemas['WebhookEndpointWithSecret'];
export type WebhookSecretRotation = Schemas['WebhookSecretRotation'];
export type WebhookResend = Schemas['WebhookResend'];
export type WebhookResendResult = Schemas['WebhookResendResult'];
export type WebhookEventType = Schemas['WebhookEventType'];
/** What a webhook brings; `type` tells which it is. */
export type WebhookEvent = Schemas['WebhookEvent'];
export type WebhookAttempt = Schemas['WebhookAttempt'];
export type WebhookDelivery = Schemas['WebhookDelivery'];
export type WebhookDeliveryDetails = Schemas['WebhookDeliveryDetails'];
export type WebhookDeliveryList = Schemas['WebhookDeliveryList'];
export type WebhookDeliveryListQuery = QueryOf<'listWebhookDeliveries'>;
export type WebhookDeliveryState = Schemas['WebhookDeliveryState'];

export type OutboxMessage = Schemas['OutboxMessage'];
export type OutboxList = Schemas['OutboxList'];
export type OutboxListQuery = QueryOf<'listOutbox'>;
export type OutboxReply = BodyOf<'replyToOutbox'>;

export type SignUp = BodyOf<'signUp'>;
export type LogIn = BodyOf<'logIn'>;
export type AcceptInvitation = BodyOf<'acceptInvitation'>;
export type MeUpdate = BodyOf<'updateMe'>;
export type Me = Schemas['Me'];
export type Session = Schemas['Session'];

export type Event = Schemas['Event'];
export type EventType = Event['type'];
export type Health = Schemas['Health'];

/** `limit` and `cursor`, which every list takes. */
export type PageQuery = QueryOf<'listForms'>;

export type Sandbox = Schemas['Sandbox'];
export type SandboxClock = Schemas['SandboxClock'];
export type SandboxCreate = Schemas['SandboxCreate'];
export type SandboxCreated = Schemas['SandboxCreated'];
export type SandboxGenerate = Schemas['SandboxGenerate'];
export type SandboxLeads = Schemas['SandboxLeads'];
export type SandboxReceipt = Schemas['SandboxReceipt'];
export type SandboxReceiptList = Schemas['SandboxReceiptList'];
export type SandboxReceiverAnswer = Schemas['SandboxReceiverAnswer'];
export type SandboxReceiverAnswers = Schemas['SandboxReceiverAnswers'];
export type SandboxReply = Schemas['SandboxReply'];
export type SandboxScenario = Schemas['SandboxScenario'];

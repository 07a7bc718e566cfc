import { type NorvaltOptions, resolveConfig } from './core/config.ts';
import { type LiveOptions, live } from './core/live.ts';
import { type Runtime, systemRuntime } from './core/runtime.ts';
import { Transport } from './core/transport.ts';
import { ApiKeys } from './resources/api-keys.ts';
import { Arrivals } from './resources/arrivals.ts';
import { Assistant } from './resources/assistant.ts';
import { Attachments } from './resources/attachments.ts';
import { Auth } from './resources/auth.ts';
import { Chat } from './resources/chat.ts';
import { Connections } from './resources/connections.ts';
import { CrmResource } from './resources/crm.ts';
import { DealershipResource } from './resources/dealership.ts';
import { Escalations } from './resources/escalations.ts';
import { Forms } from './resources/forms.ts';
import { HealthResource } from './resources/health.ts';
import { InboundRequests } from './resources/inbound-requests.ts';
import { Knowledge } from './resources/knowledge.ts';
import { Leads } from './resources/leads.ts';
import { Outbox } from './resources/outbox.ts';
import { PortalTemplates } from './resources/portal-templates.ts';
import { Resource } from './resources/resource.ts';
import { SandboxResource } from './resources/sandbox.ts';
import { Users } from './resources/users.ts';
import { Vehicles } from './resources/vehicles.ts';
import { WebhookDeliveries } from './resources/webhook-deliveries.ts';
import { WebhookEndpoints } from './resources/webhook-endpoints.ts';
import type { Event } from './types.ts';

/** A client of the Norvalt API. */
export class Norvalt extends Resource {
  readonly auth = new Auth(this.transport);
  readonly connections = new Connections(this.transport);
  readonly dealership = new DealershipResource(this.transport);
  readonly users = new Users(this.transport);
  readonly inboundRequests = new InboundRequests(this.transport);
  readonly leads = new Leads(this.transport);
  readonly escalations = new Escalations(this.transport);
  readonly assistant = new Assistant(this.transport);
  readonly vehicles = new Vehicles(this.transport);
  readonly knowledge = new Knowledge(this.transport);
  readonly forms = new Forms(this.transport);
  readonly chat = new Chat(this.transport);
  readonly apiKeys = new ApiKeys(this.transport);
  readonly arrivals = new Arrivals(this.transport);
  readonly attachments = new Attachments(this.transport);
  readonly outbox = new Outbox(this.transport);
  readonly portalTemplates = new PortalTemplates(this.transport);
  readonly crm = new CrmResource(this.transport);
  readonly webhookEndpoints = new WebhookEndpoints(this.transport);
  readonly webhookDeliveries = new WebhookDeliveries(this.transport);
  readonly sandbox = new SandboxResource(this.transport);
  readonly health = new HealthResource(this.transport);

  /** Throws NorvaltError for options that cannot work, such as a secret key in a browser. */
  constructor(options: NorvaltOptions);
  /** @internal */
  constructor(options: NorvaltOptions, runtime: Runtime);
  constructor(options: NorvaltOptions, runtime: Runtime = systemRuntime) {
    super(new Transport(resolveConfig(options), runtime));
  }

  /**
   * Gives changes as they happen, for as long as it is iterated. Reconnects by itself and resumes where it was, so an
   * event may come twice, never not at all (for 24 hours). Throws ApiError when the API refuses (401, 403).
   */
  live(options: LiveOptions = {}): AsyncGenerator<Event, void, undefined> {
    return live(this.transport, options);
  }
}

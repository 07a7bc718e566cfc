import { type NorvaltOptions, resolveConfig } from './core/config.ts';
import { type LiveOptions, live } from './core/live.ts';
import { type Runtime, systemRuntime } from './core/runtime.ts';
import { Transport } from './core/transport.ts';
import { ApiKeys } from './resources/api-keys.ts';
import { Arrivals } from './resources/arrivals.ts';
import { Attachments } from './resources/attachments.ts';
import { Auth } from './resources/auth.ts';
import { Connections } from './resources/connections.ts';
import { DealershipResource } from './resources/dealership.ts';
import { Forms } from './resources/forms.ts';
import { HealthResource } from './resources/health.ts';
import { InboundRequests } from './resources/inbound-requests.ts';
import { Knowledge } from './resources/knowledge.ts';
import { Leads } from './resources/leads.ts';
import { Outbox } from './resources/outbox.ts';
import { Resource } from './resources/resource.ts';
import { Users } from './resources/users.ts';
import { Vehicles } from './resources/vehicles.ts';
import { WebhookDeliveries } from './resources/webhook-deliveries.ts';
import { WebhookEndpoints } from './resources/webhook-endpoints.ts';
import type { Event } from './types.ts';

/** A client of the Norvalt API. */
export class Norvalt {
  readonly auth: Auth;
  readonly connections: Connections;
  readonly dealership: DealershipResource;
  readonly users: Users;
  readonly inboundRequests: InboundRequests;
  readonly leads: Leads;
  readonly vehicles: Vehicles;
  readonly knowledge: Knowledge;
  readonly forms: Forms;
  readonly apiKeys: ApiKeys;
  readonly arrivals: Arrivals;
  readonly attachments: Attachments;
  readonly outbox: Outbox;
  readonly webhookEndpoints: WebhookEndpoints;
  readonly webhookDeliveries: WebhookDeliveries;
  readonly health: HealthResource;
  readonly #transport: Transport;
export class Norvalt extends Resource {
  readonly auth = new Auth(this.transport);
  readonly dealership = new DealershipResource(this.transport);
  readonly users = new Users(this.transport);
  readonly inboundRequests = new InboundRequests(this.transport);
  readonly leads = new Leads(this.transport);
  readonly vehicles = new Vehicles(this.transport);
  readonly knowledge = new Knowledge(this.transport);
  readonly forms = new Forms(this.transport);
  readonly apiKeys = new ApiKeys(this.transport);
  readonly arrivals = new Arrivals(this.transport);
  readonly attachments = new Attachments(this.transport);
  readonly outbox = new Outbox(this.transport);
  readonly webhookEndpoints = new WebhookEndpoints(this.transport);
  readonly webhookDeliveries = new WebhookDeliveries(this.transport);
  readonly health = new HealthResource(this.transport);

  /** Throws NorvaltError for options that cannot work, such as a secret key in a browser. */
  constructor(options: NorvaltOptions);
  /** @internal */
  constructor(options: NorvaltOptions, runtime: Runtime);
  constructor(options: NorvaltOptions, runtime: Runtime = systemRuntime) {
    const transport = new Transport(resolveConfig(options), runtime);
    this.#transport = transport;
    this.auth = new Auth(transport);
    this.connections = new Connections(transport);
    this.dealership = new DealershipResource(transport);
    this.users = new Users(transport);
    this.inboundRequests = new InboundRequests(transport);
    this.leads = new Leads(transport);
    this.vehicles = new Vehicles(transport);
    this.knowledge = new Knowledge(transport);
    this.forms = new Forms(transport);
    this.apiKeys = new ApiKeys(transport);
    this.arrivals = new Arrivals(transport);
    this.attachments = new Attachments(transport);
    this.outbox = new Outbox(transport);
    this.webhookEndpoints = new WebhookEndpoints(transport);
    this.webhookDeliveries = new WebhookDeliveries(transport);
    this.health = new HealthResource(transport);
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

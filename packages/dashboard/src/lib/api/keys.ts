/** The keys of everything the cache holds; a shorter key covers all that begin with it. */
export const keys = {
  leadLists: ['leads', 'list'] as const,
  leadList: (filters: object) => ['leads', 'list', filters] as const,
  lead: (leadId: string) => ['leads', 'one', leadId] as const,
  messages: (leadId: string) => ['leads', 'messages', leadId] as const,
  notes: (leadId: string) => ['leads', 'notes', leadId] as const,
  followUps: (leadId: string) => ['leads', 'follow-ups', leadId] as const,
  history: (leadId: string) => ['leads', 'history', leadId] as const,
  vehicles: ['vehicles'] as const,
  vehicleList: (filters: object) => ['vehicles', filters] as const,
  arrivals: ['arrivals'] as const,
  arrivalList: (filters: object) => ['arrivals', filters] as const,
  outbox: ['outbox'] as const,
  outboxList: (filters: object) => ['outbox', filters] as const,
  users: ['users'] as const,
  dealership: ['dealership'] as const,
  apiKeys: ['api-keys'] as const,
};

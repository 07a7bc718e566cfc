import type { LeadListQuery, LeadSource, LeadStatus, Temperature } from '@norvalt/sdk';

export const leadStatuses: readonly LeadStatus[] = ['new', 'contacted', 'qualified', 'appointment', 'won', 'lost'];
export const leadSources: readonly LeadSource[] = [
  'website',
  'email',
  'facebook',
  'whatsapp',
  'sms',
  'chat',
  'phone',
  'adf',
  'api',
  'manual',
];
export const temperatures: readonly Temperature[] = ['hot', 'warm', 'cold'];

/** What the inbox shows; lives in the address so that a view can be shared and survives a reload. */
export interface InboxFilters {
  status: LeadStatus[];
  source: LeadSource[];
  temperature: Temperature[];
  /** `me`, `nobody`, a user id, or null for everybody. */
  assigned: string | null;
  unread: boolean;
  /** Test leads instead of the real ones. */
  test: boolean;
  sort: 'last_activity_at' | 'created_at';
  q: string;
}

/** Reads the filters of an address; what is not known is left out. */
export function parseFilters(search: string): InboxFilters {
  const parameters = new URLSearchParams(search);
  return {
    status: pick(parameters.get('status'), leadStatuses),
    source: pick(parameters.get('source'), leadSources),
    temperature: pick(parameters.get('temperature'), temperatures),
    assigned: parameters.get('assigned') || null,
    unread: parameters.get('unread') === 'true',
    test: parameters.get('test') === 'true',
    sort: parameters.get('sort') === 'created_at' ? 'created_at' : 'last_activity_at',
    q: parameters.get('q') ?? '',
  };
}

/** The search part of an address for the filters, `''` for none. */
export function formatFilters(filters: InboxFilters): string {
  const parameters = new URLSearchParams();
  if (filters.status.length) parameters.set('status', filters.status.join(','));
  if (filters.source.length) parameters.set('source', filters.source.join(','));
  if (filters.temperature.length) parameters.set('temperature', filters.temperature.join(','));
  if (filters.assigned) parameters.set('assigned', filters.assigned);
  if (filters.unread) parameters.set('unread', 'true');
  if (filters.test) parameters.set('test', 'true');
  if (filters.sort !== 'last_activity_at') parameters.set('sort', filters.sort);
  if (filters.q.trim()) parameters.set('q', filters.q);
  const text = parameters.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

/** The filters with nothing narrowed; the sorting stays. */
export function withoutFilters(filters: InboxFilters): InboxFilters {
  return { ...parseFilters(''), sort: filters.sort };
}

/** Whether nothing at all narrows the list, words included. */
export function isUnfiltered(filters: InboxFilters): boolean {
  return countFilters(filters) === 0 && filters.q.trim() === '';
}

/** How many filters narrow the list; sorting and search do not count. */
export function countFilters(filters: InboxFilters): number {
  const { status, source, temperature, assigned, unread, test } = filters;
  return [status.length, source.length, temperature.length, assigned, unread, test].filter(Boolean).length;
}

/** The filters as query parameters of the API. */
export function toQuery(filters: InboxFilters, userId: string): LeadListQuery {
  return {
    ...(filters.status.length ? { status: filters.status } : {}),
    ...(filters.source.length ? { source: filters.source } : {}),
    ...(filters.temperature.length ? { temperature: filters.temperature } : {}),
    ...(filters.assigned ? { assigned_to: filters.assigned === 'me' ? userId : filters.assigned } : {}),
    ...(filters.unread ? { unread: true } : {}),
    ...(filters.test ? { test: true } : {}),
    ...(filters.q.trim() ? { q: filters.q.trim() } : {}),
    sort: filters.sort,
  };
}

/** The list with the value added, or taken away when it was there. */
export function toggle<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

function pick<T extends string>(text: string | null, allowed: readonly T[]): T[] {
  const wanted = (text ?? '').split(',');
  return allowed.filter((value) => wanted.includes(value));
}

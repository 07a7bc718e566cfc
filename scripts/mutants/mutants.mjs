/** Promises of the product, each broken in its own way, and the fault cases that have to notice. */
export const mutants = [
  {
    name: 'acknowledges before the insert',
    cases: ['case 7: what is stored is acknowledged'],
    changes: [
      {
        file: 'intake/record-arrival.ts',
        find: '() => insertRecords(Arrival, [arrival])',
        replace: 'async () => void insertRecords(Arrival, [arrival]).catch(() => undefined)',
      },
    ],
  },
  {
    name: 'has no unique index',
    cases: ['case 16'],
    changes: [
      {
        file: 'features/arrivals/model.ts',
        find: 'schema.index({ dealership_id: 1, channel: 1, key: 1 }, { unique: true });',
        replace: 'schema.index({ dealership_id: 1, channel: 1, key: 1 });',
      },
    ],
  },
  {
    name: 'does not compare before it sets',
    cases: ['cases 4 and 5'],
    changes: [
      {
        file: 'delivery/claim-message.ts',
        find: "{ _id: message._id, state: 'sending', fence: message.fence },",
        replace: '{ _id: message._id },',
      },
      {
        file: 'delivery/hold-message.ts',
        find: 'isCertain: () => !lost && performance.now() < certainUntil',
        replace: 'isCertain: () => !lost || performance.now() > 0',
      },
    ],
  },
  {
    name: 'sends again what is not known',
    cases: ['case 12'],
    changes: [
      {
        file: 'delivery/reconcile.ts',
        find: 'const PATIENCE_MS = 10 * MINUTE_MS;',
        replace: 'const PATIENCE_MS = 0 * MINUTE_MS;',
      },
      {
        file: 'delivery/reconcile.ts',
        find: 'const sent = await wasDispatched(services, message).catch(() => null);',
        replace: 'const sent = await wasDispatched(services, message).then(() => false, () => false);',
      },
    ],
  },
  {
    name: 'does not wait for the journal',
    cases: ['case 6: every arrival is asked to be journaled'],
    changes: [
      {
        file: 'database/connect.ts',
        find: "writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 },",
        replace: 'writeConcern: { w: 1, journal: false },',
      },
    ],
  },
  {
    name: 'ignores the rank of a state',
    cases: ['case 18: reports in every order'],
    changes: [
      {
        file: 'delivery/note-delivery-report.ts',
        find: "delivered: ['sent'],",
        replace: "delivered: ['sent', 'read'],",
      },
    ],
  },
  {
    name: 'refuses for good while the database is away',
    cases: ['case 6: the database is killed', 'case 7: what is stored is acknowledged'],
    changes: [
      {
        file: 'features/enquiries/receive-mailgun-message.ts',
        find: "throw new Problem('unavailable', { headers: { 'Retry-After': RETRY_AFTER_SECONDS }, cause: error });",
        replace: "throw new Problem('not_acceptable', { cause: error });",
      },
    ],
  },
  {
    name: 'burns the signature first',
    cases: ['case 18: a report that comes before our own note'],
    changes: [
      {
        file: 'features/mailgun-events/receive-mailgun-event.ts',
        find: '    // Mailgun comes again; what is tried in the background',
        replace:
          '    await remember(services, verdict.replayKey);\n    // Mailgun comes again; what is tried in the background',
      },
    ],
  },
  {
    name: 'swallows what failed',
    cases: ['case 22'],
    changes: [
      {
        file: 'intake/work-on-arrival.ts',
        find: ': { lease_until: after(now, waitMs), error: name },',
        replace: ": { state: 'done', lease_until: null, error: name },",
      },
    ],
  },
];

export const inboundLog = {
  inboundLog: {
    intro:
      'Every post of your web sites and providers in the last 30 days, and what it was answered. Search by the Request-Id a developer was given.',
    filter: 'Show',
    all: 'All',
    troubled: 'Refused or failed',
    search: 'Request-Id',
    emptyTitle: 'Nothing here',
    emptyText: 'What web sites, mail and other channels post shows up here at once.',
    managersOnly: 'Managers and admins see this.',
    verdicts: { accepted: 'Accepted', repeated: 'Repeated', refused: 'Refused', failed: 'Failed' },
    requestId: 'Request-Id',
    size: 'Size and time',
    bytes: (bytes: number) => `${bytes} bytes`,
    became: 'Became',
    replay: 'Work on it once more',
    replayed: (result: string) => `Done again: ${result.toLowerCase()}`,
    nothingKept: 'It was refused or is too old, so nothing it said was kept.',
  },
};

import type { Messages } from '../../i18n.svelte.ts';

export const inboundLog: Pick<Messages, 'inboundLog'> = {
  inboundLog: {
    intro:
      'Alt som nettsider og leverandører har sendt inn de siste 30 dagene, og hva de fikk til svar. Søk på Request-Id-en en utvikler har fått.',
    filter: 'Vis',
    all: 'Alle',
    troubled: 'Avvist eller feilet',
    search: 'Request-Id',
    emptyTitle: 'Ingenting her',
    emptyText: 'Det som kommer fra nettsider, e-post og andre kanaler, vises her med en gang.',
    managersOnly: 'Ledere og administratorer ser dette.',
    verdicts: { accepted: 'Godtatt', repeated: 'Gjentatt', refused: 'Avvist', failed: 'Feilet' },
    requestId: 'Request-Id',
    size: 'Størrelse og tid',
    bytes: (bytes: number) => `${bytes} byte`,
    became: 'Ble til',
    replay: 'Behandle en gang til',
    replayed: (result: string) => `Gjort om igjen: ${result.toLowerCase()}`,
    nothingKept: 'Den ble avvist eller er for gammel, så ingenting av innholdet er tatt vare på.',
  },
};

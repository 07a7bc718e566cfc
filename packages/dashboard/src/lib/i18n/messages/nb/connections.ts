import type { Messages } from '../../i18n.svelte.ts';

export const connections: Pick<Messages, 'connections'> = {
  connections: {
    intro: 'Facebook-sidene og WhatsApp-numrene deres, og hvordan det står til med hver av dem.',
    add: 'Koble til',
    adminsManage: 'Bare administratorer kobler til, fornyer og kobler fra. Du kan prøve en tilkobling.',
    managersOnly: 'Ledere og administratorer ser dette.',
    unavailable:
      'Denne Norvalt har ingen app hos Meta ennå. Den som drifter den, setter META_APP_SECRET og META_VERIFY_TOKEN først.',
    emptyTitle: 'Ingenting er koblet til',
    emptyText: 'Koble til en Facebook-side for å få inn leadskjemaene, eller et WhatsApp-nummer for å svare der.',
    providers: { facebook: 'Facebook-side', whatsapp: 'WhatsApp-nummer' },
    providerHints: {
      facebook: 'Henvendelser fra leadskjemaene kommer inn.',
      whatsapp: 'Kunder skriver dit og får svar.',
    },
    states: { connected: 'Virker', expired: 'Trenger nytt token', failing: 'Svarer ikke' },
    lastEvent: 'Hørte sist noe',
    lastSuccess: 'Virket sist',
    lastError: 'Siste feil',
    never: 'ikke ennå',
    tokenEnds: 'Tokenet utløper',
    waiting: (count) =>
      count === 1
        ? '1 henvendelse venter og hentes når den virker'
        : `${count} henvendelser venter og hentes når den virker`,
    foundByPoll: (count) =>
      count === 1
        ? '1 henvendelse ble funnet som Meta ikke hadde meldt'
        : `${count} henvendelser ble funnet som Meta ikke hadde meldt`,
    test: 'Prøv',
    testing: 'Prøver',
    works: (name) => `${name} virker`,
    fails: (detail) => `Den virker ikke: ${detail}`,
    actions: (name) => `Mer for ${name}`,
    renew: 'Nytt token',
    renewTitle: 'Gi den et nytt token',
    renewText: 'Det nye tokenet prøves først. Så tas alt som ventet, inn.',
    renewed: 'Koblet til igjen',
    template: 'Mal',
    templateTitle: 'Mal etter 24 timer',
    templateText:
      'Når kundens siste melding er 24 timer gammel, tar WhatsApp bare imot en godkjent mal. Oppfølginger bruker den av seg selv.',
    templateOf: (name) => `Mal etter 24 timer: ${name}`,
    noTemplate: 'Ingen mal: etter 24 timer kan ingenting sendes på WhatsApp.',
    templateChoice: 'Mal',
    templateNone: 'Ingen',
    templatesEmpty: 'Kontoen har ingen godkjent mal med bare ord. Lag en i WhatsApp Manager.',
    place: (number) => `{{${number}}} er`,
    parameters: {
      customer_name: 'Kundens fornavn',
      dealership_name: 'Forhandleren',
      sender_name: 'Den som sender',
      vehicle: 'Bilen',
    },
    preview: 'Slik leses den',
    templateSaved: 'Malen er lagret',
    disconnect: 'Koble fra',
    disconnectTitle: 'Koble den fra?',
    disconnectText:
      'Tokenet glemmes med en gang, og ingenting mer kommer inn den veien. Henvendelser som er her, blir.',
    disconnected: 'Koblet fra',
    connectTitle: 'Koble til',
    provider: 'Hva',
    pageId: 'Side-ID',
    pageIdHint: 'Under Om på siden, eller i Bedriftsinnstillinger.',
    numberId: 'Telefonnummer-ID',
    numberIdHint: 'I WhatsApp Manager, ved siden av nummeret. Det er ikke selve telefonnummeret.',
    accountId: 'ID for WhatsApp Business-kontoen',
    token: 'Tilgangstoken',
    tokenHint: 'Det prøves, forsegles og vises aldri igjen.',
    digits: 'Bare sifre, 5 til 25 av dem.',
    tokenInvalid: 'Et token er én linje på minst 20 tegn.',
    connected: 'Koblet til',
    webhook: 'Adresse til appens webhook',
    webhookHelp: 'Den som drifter Norvalt, legger den inn én gang i appen hos Meta.',
  },
};

/** Et svar fra assistenten som venter på et menneske. */
export const drafts = {
  drafts: {
    label: 'Utkast',
    waits: 'Venter på deg. Kunden har ikke sett det.',
    send: 'Send som det er',
    sendEdited: 'Send med endringer',
    edit: 'Rediger',
    cancel: 'Avbryt redigering',
    discard: 'Forkast',
    text: 'Teksten i utkastet',
    subject: 'Emne',
    subjectMissing: 'Skriv et emne.',
    sent: 'Utkastet er på vei',
    discarded: 'Utkastet er forkastet',
    approvedBy: (name: string, edited: boolean) => (edited ? `redigert og sendt av ${name}` : `godkjent av ${name}`),
    overtaken: 'Utkastet venter ikke lenger: det er allerede behandlet, eller kunden har fått en nyere melding.',
    stale: 'Det utkastet sier, stemmer ikke lenger. Rediger det, eller forkast det:',
  },
};

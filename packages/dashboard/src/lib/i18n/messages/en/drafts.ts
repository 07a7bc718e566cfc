/** An answer of the assistant that waits for a person. */
export const drafts = {
  drafts: {
    label: 'Draft',
    waits: 'Waits for you. The customer has not seen it.',
    send: 'Send as it is',
    sendEdited: 'Send with changes',
    edit: 'Edit',
    cancel: 'Stop editing',
    discard: 'Throw away',
    text: 'Words of the draft',
    subject: 'Subject',
    subjectMissing: 'Write a subject.',
    sent: 'The draft is on its way',
    discarded: 'The draft was thrown away',
    approvedBy: (name: string, edited: boolean) => (edited ? `edited and let out by ${name}` : `let out by ${name}`),
    overtaken: 'The draft waits no longer: it was dealt with already, or the customer has been written to since.',
    stale: 'What the draft says is no longer so. Edit it, or throw it away:',
  },
};

export const attachments = {
  attachments: {
    list: 'Filer',
    save: (name: string) => `Lagre ${name}`,
    leftOut: (count: number) =>
      count === 1 ? 'Én fil til ble ikke tatt inn.' : `${count} filer til ble ikke tatt inn.`,
    gone: 'Finnes ikke lenger',
    failed: 'Filen kunne ikke leses.',
  },
};

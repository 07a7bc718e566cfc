export const attachments = {
  attachments: {
    list: 'Files',
    save: (name: string) => `Save ${name}`,
    leftOut: (count: number) =>
      count === 1 ? '1 more file was not taken in.' : `${count} more files were not taken in.`,
    gone: 'No longer here',
    failed: 'The file could not be read.',
  },
};

export const chat = {
  chat: {
    here: 'In the chat now',
    typing: (name: string) => `${name} is typing`,
    left: 'Has left the chat',
    leftText: 'An answer here is mailed if it is not read, where there is an address.',
  },
};

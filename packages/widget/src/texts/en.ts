import type { Texts } from '../texts.ts';

export const texts: Texts = {
  headings: { vehicle: 'Ask about this car', general: 'Send us a message' },
  intro: 'We usually answer within 90 seconds, day and night.',
  labels: {
    name: 'Name',
    email: 'Email',
    phone: 'Phone',
    vehicle_interest: 'Which car is it about?',
    message: 'Message',
  },
  optional: 'optional',
  about: 'About',
  submit_label: 'Send message',
  sending: 'Sending …',
  success_title: 'Thank you, your message is sent',
  success_text: 'We usually answer within 90 seconds, evenings and weekends too.',
  replyTo: 'The answer goes to {email}.',
  again: 'Write another message',
  queuedTitle: 'Your message is saved',
  queuedText:
    'We cannot get through right now. Your message is safe on this device and goes out as soon as you are back online.',
  retry: 'Try sending now',
  problemTitle: 'Check this before you send',
  required: {
    name: 'Enter your name',
    email: 'Enter your email address',
    phone: 'Enter your phone number',
    vehicle_interest: 'Enter the car it is about',
    message: 'Write what you would like to know',
    consent: 'Tick the box to give your consent',
    other: 'Answer this',
  },
  invalid: {
    email: 'Enter a full email address, such as name@company.com',
    phone: 'Enter a phone number with at least 7 digits',
    other: 'Check what you wrote here',
  },
  unreachable: 'We cannot get through right now. What you wrote is still here. Try again in a moment.',
  refused: 'This form cannot take messages right now. Call us instead and we will help you.',
};

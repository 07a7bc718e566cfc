import { describe, expect, it } from 'vitest';
import { readSmsCommand } from './read-sms-command.ts';

describe('a command by SMS', () => {
  it.each(['STOP', 'stop', ' Stop. ', 'Stopp!', 'STOPALL', 'unsubscribe', 'Avslutt', 'sluta', 'Afmeld', 'ABMELDEN'])(
    '%j stops',
    (text) => expect(readSmsCommand(text)).toBe('stop'),
  );
  it.each([
    'Please stop texting me',
    'Don’t text me again',
    'Ikke send flere meldinger',
    'Slutt å sende meg sms',
    'Sluta skicka sms',
    'Bitte keine weiteren Nachrichten',
  ])('%j stops', (text) => expect(readSmsCommand(text)).toBe('stop'));
  it.each([
    ['START', 'start'],
    ['unstop', 'start'],
    ['Hjelp', 'help'],
    ['help!', 'help'],
  ])('%j is %s', (text, command) => expect(readSmsCommand(text)).toBe(command));
  it.each([
    'Er bilen ledig?',
    'Har den start-stopp?',
    'Kan du stoppe ved Shell?',
    'Can you help me with financing?',
    'Yes',
    'Ja',
    '',
    'Jeg kan ikke komme, men send gjerne flere bilder. Slutten av uka passer best for en prøvekjøring, eller hva tror du?',
  ])('%j is none', (text) => expect(readSmsCommand(text)).toBeNull());
  it('goes by what Twilio says', () => {
    expect(readSmsCommand('Farvel', 'STOP')).toBe('stop');
    expect(readSmsCommand('Er den ledig?', 'nonsense')).toBeNull();
  });
});

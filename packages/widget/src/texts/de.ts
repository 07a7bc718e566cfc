import type { Texts } from '../texts.ts';

export const texts: Texts = {
  headings: { vehicle: 'Fragen zu diesem Auto', general: 'Schreiben Sie uns' },
  intro: 'Wir antworten meist innerhalb von 90 Sekunden, rund um die Uhr.',
  labels: {
    name: 'Name',
    email: 'E-Mail',
    phone: 'Telefon',
    vehicle_interest: 'Um welches Auto geht es?',
    message: 'Nachricht',
  },
  optional: 'freiwillig',
  about: 'Betrifft',
  submit_label: 'Nachricht senden',
  sending: 'Wird gesendet …',
  success_title: 'Danke, Ihre Nachricht ist gesendet',
  success_text: 'Wir antworten meist innerhalb von 90 Sekunden, auch abends und am Wochenende.',
  replyTo: 'Die Antwort geht an {email}.',
  again: 'Neue Nachricht schreiben',
  queuedTitle: 'Ihre Nachricht ist gespeichert',
  queuedText:
    'Wir haben gerade keine Verbindung. Ihre Nachricht liegt sicher auf diesem Gerät und wird gesendet, sobald Sie wieder online sind.',
  retry: 'Jetzt senden',
  problemTitle: 'Bitte prüfen Sie das vor dem Senden',
  required: {
    name: 'Geben Sie Ihren Namen ein',
    email: 'Geben Sie Ihre E-Mail-Adresse ein',
    phone: 'Geben Sie Ihre Telefonnummer ein',
    vehicle_interest: 'Geben Sie an, um welches Auto es geht',
    message: 'Schreiben Sie, was Sie wissen möchten',
    consent: 'Setzen Sie das Häkchen, um einzuwilligen',
    other: 'Bitte ausfüllen',
  },
  invalid: {
    email: 'Geben Sie die ganze E-Mail-Adresse ein, zum Beispiel name@firma.de',
    phone: 'Geben Sie eine Telefonnummer mit mindestens 7 Ziffern ein',
    other: 'Prüfen Sie Ihre Angabe',
  },
  unreachable: 'Wir haben gerade keine Verbindung. Ihre Eingaben sind noch da. Versuchen Sie es gleich noch einmal.',
  refused: 'Das Formular nimmt gerade keine Nachrichten an. Rufen Sie uns bitte an, wir helfen Ihnen gern.',
};

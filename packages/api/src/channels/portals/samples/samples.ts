/** A mail of a portal as it is assumed to look: nobody publishes these layouts, so none of them is copied from a real one. */
export interface PortalSample {
  template: string;
  from: string;
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  expected: Record<string, string>;
}

export const portalSamples: readonly PortalSample[] = [
  {
    template: 'finn',
    from: 'FINN <noreply@finn.no>',
    subject: 'Ny henvendelse på annonsen Volvo XC60 T6',
    text: `Hei!

Du har fått en henvendelse på annonsen din på FINN.

Annonse: Volvo XC60 T6 Recharge
FINN-kode: 312345678

Navn: Kari Hansen
E-post: kari.hansen@example.com
Telefon: 901 23 456

Melding:
Hei, er bilen fortsatt ledig?

Kan jeg prøvekjøre den på lørdag?

Se annonsen: https://www.finn.no/mobility/item/312345678

Vennlig hilsen FINN`,
    expected: {
      vehicle: 'Volvo XC60 T6 Recharge',
      reference: '312345678',
      name: 'Kari Hansen',
      email: 'kari.hansen@example.com',
      phone: '901 23 456',
      message: 'Hei, er bilen fortsatt ledig?\n\nKan jeg prøvekjøre den på lørdag?',
      listing_url: 'https://www.finn.no/mobility/item/312345678',
    },
  },
  {
    template: 'finn',
    from: 'FINN <varsel@epost.finn.no>',
    subject: 'Ny melding om Skoda Enyaq',
    text: '',
    html: `<html><body><p>Hei!</p><table>
      <tr><td>Annonse:</td><td><b>Skoda Enyaq iV 80</b></td></tr>
      <tr><td>Navn:</td><td>Ola Nordmann</td></tr>
      <tr><td>E-post:</td><td><a href="mailto:ola@example.com">ola@example.com</a></td></tr>
      </table><p>Melding:</p><p>Hva koster den?</p><p><a href="https://www.finn.no/1">Se annonsen</a></p></body></html>`,
    expected: {
      vehicle: 'Skoda Enyaq iV 80',
      name: 'Ola Nordmann',
      email: 'ola@example.com',
      message: 'Hva koster den?',
    },
  },
  {
    template: 'bilbasen',
    from: 'Bilbasen <no-reply@bilbasen.dk>',
    subject: 'Ny henvendelse på VW ID.4',
    text: `Du har modtaget en henvendelse via Bilbasen.

Bil: VW ID.4 GTX 2023
Annonce-id: 5678901

Navn: Søren Jensen
E-mail: soren@example.dk
Telefon:

Besked:
Er bilen stadig til salg?

Se annoncen her: https://www.bilbasen.dk/brugt/bil/5678901`,
    expected: {
      vehicle: 'VW ID.4 GTX 2023',
      name: 'Søren Jensen',
      email: 'soren@example.dk',
      message: 'Er bilen stadig til salg?',
      listing_url: 'https://www.bilbasen.dk/brugt/bil/5678901',
    },
  },
  {
    template: 'blocket',
    from: 'Blocket <noreply@blocket.se>',
    subject: 'Någon är intresserad av din Volvo V60',
    text: `Hej!

Annons: Volvo V60 B4 2021
Annons-id: 1100220033

Namn: Åsa Lindström
E-post: asa@example.se
Telefon: 070-174 06 05

Meddelande:
Hej, finns bilen kvar?

Visa annonsen: https://www.blocket.se/annons/1100220033`,
    expected: {
      vehicle: 'Volvo V60 B4 2021',
      name: 'Åsa Lindström',
      phone: '070-174 06 05',
      message: 'Hej, finns bilen kvar?',
    },
  },
  {
    template: 'mobile_de',
    from: 'mobile.de <noreply@team.mobile.de>',
    subject: 'Anfrage zu Ihrem Fahrzeug BMW iX3',
    text: `Guten Tag,

Fahrzeug: BMW iX3 Impressive
Inseratsnummer: 399123456

Name: Jürgen Groß
E-Mail: juergen@example.de
Telefon: +49 151 23456789

Nachricht:
Ist das Fahrzeug noch verfügbar?

Zum Inserat: https://suchen.mobile.de/fahrzeuge/details.html?id=399123456`,
    expected: {
      vehicle: 'BMW iX3 Impressive',
      name: 'Jürgen Groß',
      email: 'juergen@example.de',
      message: 'Ist das Fahrzeug noch verfügbar?',
    },
  },
  {
    template: 'toyota_no',
    from: 'Toyota Norge <ikkesvar@toyota.no>',
    subject: 'Ny forespørsel om prøvekjøring',
    text: `Modell: Toyota bZ4X
Fornavn: Ingrid
Etternavn: Aas
E-post: ingrid@example.no
Mobil: 41234567
Kommentar:
Vil gjerne prøve den torsdag ettermiddag.

Denne henvendelsen er sendt fra toyota.no`,
    expected: {
      vehicle: 'Toyota bZ4X',
      name: 'Ingrid Aas',
      email: 'ingrid@example.no',
      phone: '41234567',
      message: 'Vil gjerne prøve den torsdag ettermiddag.',
    },
  },
  {
    template: 'volkswagen_no',
    from: 'Volkswagen <no-reply@volkswagen.no>',
    subject: 'Henvendelse fra volkswagen.no',
    text: `Ønsket modell
ID.7 Tourer

Navn
Per Olsen

E-postadresse
per@example.no

Mobilnummer
92345678

Melding
Hva er leveringstiden?

Samtykke
Ja`,
    expected: {
      vehicle: 'ID.7 Tourer',
      name: 'Per Olsen',
      email: 'per@example.no',
      phone: '92345678',
      message: 'Hva er leveringstiden?',
    },
  },
];

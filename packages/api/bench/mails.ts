const long = 'Jeg har lest annonsen nøye og sammenlignet med et par andre biler i området. '.repeat(60);

/** What the benchmark answers: short and long, in five languages, with quotations, and some that are no enquiries. */
export const mails: readonly { subject: string; text: string }[] = [
  {
    subject: 'Volvo XC60',
    text: 'Hei, er Volvo XC60 fortsatt ledig, og hva koster den? Kan jeg prøvekjøre på lørdag? Mvh Kari, tlf 416 22 903',
  },
  { subject: 'Golf', text: 'Hej! Är er Golf kvar? Tar ni inbyte på min Saab 9-5 från 2008? /Elin' },
  { subject: 'ID.4', text: 'Goddag, er jeres ID.4 stadig til salg, og hvad bliver ydelsen? Venlig hilsen Freja' },
  {
    subject: 'Model Y',
    text: 'Hello, is the Model Y still for sale, and does it have a tow bar? What would you give me for my old Focus?',
  },
  {
    subject: 'RAV4',
    text: 'Guten Tag, ist der RAV4 noch zu haben? Kann ich ihn am Samstag Probe fahren? Mit freundlichen Grüßen',
  },
  { subject: 'Elbil', text: 'Vi ser etter en elbil til rundt 350 000 kr med hengerfeste. Hva har dere inne?' },
  {
    subject: 'Sv: X3',
    text: `Takk for svar! Da kommer jeg i morgen.\n\nDen 2. okt. 2026 skrev Fjord Bil <post@fjordbil.example>:\n${'> Hei, her er bilen.\n'.repeat(40)}`,
  },
  { subject: 'Spørsmål', text: `${long}\n\nEr Kia EV6 ledig?` },
  { subject: 'Service', text: 'Passaten min trenger service, og motorlampen lyser. Når har dere ledig time?' },
  {
    subject: 'Flere leads',
    text: 'Vi hjelper bilforhandlere med SEO og flere leads. Book en uforpliktende demo i dag: https://seo.example',
  },
];

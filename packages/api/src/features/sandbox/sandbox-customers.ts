/** Somebody who writes to a sandbox: what they ask, and what they answer to the first reply. */
export interface SandboxCustomer {
  name: string;
  vehicle_interest: string;
  message: string;
  answer: string;
}

const CUSTOMERS: readonly SandboxCustomer[] = [
  {
    name: 'Kari Hansen',
    vehicle_interest: 'Volvo XC60',
    message: 'Hei! Er XC60-en fortsatt ledig, og hva koster den?',
    answer: 'Supert, da kommer jeg innom lørdag klokka 12 for en prøvetur.',
  },
  {
    name: 'James Porter',
    vehicle_interest: 'Tesla Model Y',
    message: 'Hello, is the Model Y still available, and how far has it been driven?',
    answer: 'Great, I will come by on Saturday at noon for a test drive.',
  },
  {
    name: 'Lars Nilsson',
    vehicle_interest: 'Skoda Enyaq',
    message: 'Hej! Vad kostar er Enyaq, och finns den kvar?',
    answer: 'Tack, jag kommer gärna på lördag klockan 12 och provkör den.',
  },
  {
    name: 'Mette Sørensen',
    vehicle_interest: 'Toyota RAV4',
    message: 'Hej, er RAV4 stadig til salg, og hvad er prisen?',
    answer: 'Tak, jeg kommer lørdag klokken 12 og prøvekører den.',
  },
  {
    name: 'Jonas Weber',
    vehicle_interest: 'BMW i4',
    message: 'Guten Tag, ist der BMW i4 noch zu haben, und was kostet er?',
    answer: 'Danke, ich komme gern am Samstag um 12 Uhr zur Probefahrt.',
  },
];

/** The customer with a number, from 0: always the same one, with an address of their own. */
export function sandboxCustomer(number: number): SandboxCustomer & { email: string; phone: string } {
  const customer = CUSTOMERS[number % CUSTOMERS.length] as SandboxCustomer;
  const plain = customer.name
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/[^a-z]+/g, '.');
  const phone = `+479${String(10_000_000 + number).slice(-7)}`;
  return { ...customer, email: `${plain}.${number + 1}@customer.example`, phone };
}

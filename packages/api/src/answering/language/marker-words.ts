import type { Language } from '../types.ts';

interface MarkerLists {
  /** Hardly ever in another of the five languages. */
  strong: string;
  /** Shared with a neighbour, or short. */
  shared: string;
}

const lists: Readonly<Record<Language, MarkerLists>> = {
  nb: {
    strong:
      'hei heisann hva hvor mye noe noen dere deres fortsatt kjøpe kjøper kjøpt kjøre kjører kjørt prøvekjøre prøvekjøring ' +
      'prøvekjører selge ikkje eg ein korleis kva kor kvar kven frå vere vore noko nokon dykk dykkar mykje framleis ka koffer ' +
      'dokker æ itj trur åssen hengerfeste innbytte åpent stengt åpningstider interessert snakkes bruktbil nå lurer lurte sjekke ' +
      'hyggelig skjønner ennå uken ettermiddag bytter kjørelengde koster selger finnes tilgjengelig hvilken ' +
      'ennu enno koste tlf jakt verkstedet uforpliktende skriver meg deg etter bare mer annen opp veldig mulig prøvetid innom enda selges eller søndag mandag rabatt stk leveringstid bompenger menneske nettsiden deilig gjelder',
    shared:
      'hallo hvordan hvorfor hvis hvem hvilke ikke til og er å på skal vil kunne også veldig takk mvh vennlig hilsen bilen ledig pris prisen ' +
      'dag morgen torsdag lørdag uke kr måned ringe få får gjerne solgt være gjøre spørsmål enda det den de en et i som ' +
      'for med har kan av fra så men om her der vi min din sin ja nei når jeg finansiering avslag hilser bare går i',
  },
  da: {
    strong:
      'jer jeres hvad noget nogen nogle stadig stadigvæk prøvetur prøvekøre prøvekørsel købe køber købt sælge sælger køre kører kørt af ej ' +
      'meget venligst åbent åbningstider nu kigge byttepris udbetaling uge spørgsmål findes gøre tilbage hverdage anhængertræk nej ' +
      'skifte skiftet gange interesserede regningen hen efter igen kun mere blevet hvornår heller hende disse mig dig vores bliver endnu sådan måske gerne lige ved tak lukket forhandler ud',
    shared:
      'hej hvor hvordan hvorfor hvis hvem hvilken hvilke ikke til og er på skal vil kunne også venlig hilsen bilen ledig pris prisen dag ' +
      'morgen torsdag lørdag søndag mandag kr måned ringe få får jeg koster hr solgt være interesseret det den de en et i som for med ' +
      'har kan fra så men om her der vi min din sin ja når finansiering mvh',
  },
  sv: {
    strong:
      'och jag är inte köpa köper köpt sälja säljer såld kvar hur vad varför vilken vilka något någon några ni provköra provkörning ' +
      'mej pruta annons mycket vilket vilka efter mer från hälsningar vänliga finns fortfarande skulle ännu inbyte öppet öppettider idag imorgon lördag söndag måndag ' +
      'kostar dragkrok gärna bra vara göra fråga intresserad heter hör här där då även tänkte undrar ett också mil tack',
    shared:
      'hej att till för på vi har kan om men så bilen priset pris ut ringa kunna veta efter ledig vill får hos det den de en i som med av ' +
      'min din sin ja nej mvh er eller',
  },
  en: {
    strong:
      "the is are this that what how why which would could should still available have has does did can't can you your my i'm it's i'd i'll " +
      'please thanks thank hello interested want looking like of with about there any when where test drive trade buy car from been will ' +
      "much many more know let best regards cheers open hours monthly warranty mileage hey isn't don't be we our and its was",
    shared: 'a an in on or if it not no yes so by at as do me to i for price hi finance get see need',
  },
  de: {
    strong:
      'ich ist nicht und das die ein eine einen mir mich sie ihr ihre wir haben können möchte würde noch verfügbar wie viel was wo wann ' +
      'auto fahrzeug preis probefahrt kaufen verkaufen gruß grüße mit freundlichen guten danke bitte interesse zu für auf bei von ' +
      'vom zum zur inzahlungnahme finanzierung öffnungszeiten kilometerstand oder aber auch sehr wagen kostet haben',
    shared: 'hallo der den dem des es an um so als in im am er hat kann',
  },
};

const strongWeight = 3;
const sharedWeight = 1;

function compile(): Map<string, Partial<Record<Language, number>>> {
  const weights = new Map<string, Partial<Record<Language, number>>>();
  const add = (words: string, language: Language, weight: number) => {
    for (const word of words.split(' ')) {
      const known = weights.get(word) ?? {};
      known[language] = Math.max(known[language] ?? 0, weight);
      weights.set(word, known);
    }
  };
  for (const language of Object.keys(lists) as Language[]) {
    add(lists[language].strong, language, strongWeight);
    add(lists[language].shared, language, sharedWeight);
  }
  return weights;
}

/** What each marker word adds for each language it speaks for. */
export const markerWords: ReadonlyMap<string, Readonly<Partial<Record<Language, number>>>> = compile();

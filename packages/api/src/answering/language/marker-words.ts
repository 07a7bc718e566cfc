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
      'hei heisann hva mye noe noen dere fortsatt kjøpe kjøper kjøpt kjøre kjører kjørt prøvekjøre prøvekjøring ' +
      'prøvekjører selge ikkje eg ein korleis kva kor kvar kven frå vere vore noko nokon dykk dykkar mykje ' +
      'framleis ka koffer dokker æ itj trur åssen hengerfeste innbytte åpent stengt åpningstider interessert ' +
      'snakkes bruktbil nå lurer lurte sjekke skjønner ennå uken ettermiddag bytter kjørelengde selger finnes ' +
      'tilgjengelig ennu enno koste jakt verkstedet uforpliktende meg deg etter bare mer annen opp veldig ' +
      'prøvetid innom enda selges rabatt bompenger nettsiden deilig gjelder inn litt dekk vinterdekk sommerdekk ' +
      'felger bakhjulstrekk firehjulstrekk drivstoff farge fargen girkasse høy vei veien øye tøy nøkkel nøkler ' +
      'kjøretøy omregistrering årsavgift sjekket tilhenger hengeren henger ryggekamera skinnseter rekkevidde ' +
      'registerreim fjor ifra trenger hatt tatt blitt ble ga imot bruker mila helga uka kvelden nåværende ' +
      'nøyaktig eldre plass barneseter barnesete utleiebil snakke prate omvisning pen uhell setene levert greit ' +
      'ganske gjennom mellom uten kanskje alltid egentlig sånn slik slike dersom hjelp hjelpe tenker tenkte tenke ' +
      'spør spørre lenge lengre forrige siste kveld penger renta nedbetaling delbetaling slitt bulk ripe riper ' +
      'sier fremdeles salgs heia halla kjøp kjøpet køyre køyrt prøvekøyre prøvekøyring selje seld tilgjengeleg ' +
      'heile fleire kjem sjå høyre høyrt lurar veke veka laurdag sundag tysdag heim berre meir ynskjer ynskje ' +
      'spurnad hjå mæ dæ kem førr nåkka nåkken noke nokke dåkk dåkker eier eiere prøvetime testkjøre ' +
      'serviceheftet servicehefte sommerhjul takstativ hvit hvite grønn grønne kupé tenkt følges dessverre ' +
      'stemmer utstyr utstyrt innkjøp omtrent greie minste verdt kona å utlevert utleveres egenandel egenandelen ' +
      'naa kjoere kjoerer kjoept proevekjoere proevekjoering kjore kjorer kjort kjopt kjope kjop provekjore ' +
      'provekjoring apent apningstider lordag tilgjengelege kræsja kræsjet nybil bruktbiler bruktbilen annonsert ' +
      'bagasjerom bagasjerommet heftelser heftelse gjeld beløp beløpet månedsbeløp månedsbeløpet verksted ' +
      'leie leier klimaanlegg klimaanlegget cruisekontroll oljeskift oljefilter olje soltak takboks ' +
      'eierskifte vognkort førerkort trekke trekker totalvekt vekt høyde lengde lakkert lakken reparert ' +
      'opplyse opplysninger fikk gikk frontrute frontruta feilfri utlevering utlandet utenlandsk innkjøpt ' +
      'mottar inkludert helg setevarme rattvarme',
    shared:
      'idag hallo hvordan hvorfor hvis hvem hvilke ikke til og er på skal vil kunne også veldig takk mvh vennlig ' +
      'hilsen bilen ledig pris prisen dag morgen torsdag lørdag uke kr måned ringe få får gjerne solgt være gjøre ' +
      'spørsmål enda det den de en et i som for med har kan av fra så men om her der vi min din sin ja nei når ' +
      'jeg finansiering avslag hilser bare går nytt nye hjem bytte selv neste først sett gått fått stått blir mil ' +
      'dagen formiddag gammel batteriet både denne dem stå klar kontakte butikken hjemme kroner hente forbi ' +
      'ringer ved fredag bilder moms rust pa ar synet disse skifte skiftet regningen heller lukket forhandler ' +
      'prøvetur kabinen billigst billigere dyrere syn dansk danske hvor koster eller søndag mandag hvilken ' +
      'skriver stk tlf hyggelig ladekabel mulig slags inde ute ønsker ønske varmepumpe forsikringen henvendelse ' +
      'leveres leveringstid menneske byttes kilometerstand deres skulle samme mod år lade hverdag måneden bensin ' +
      'manuell vet vanlig natt titt byttet gir vår tilbudet kostar bilar månad då no annonse annonsen modell ' +
      'kontroll svart årgang sort hjemmesiden kone ligger første ham rustfri tale tilsendt heldigvis kontantpris ' +
      'lyder byttebil hjemmeside forsikre selvom ska visst bra ut heter helgen høre hører hørt største forslag ' +
      'bedre stund altså kun paa jo',
  },
  da: {
    strong:
      'jer jeres hvad noget nogen nogle stadig stadigvæk prøvekørsel købe køber købt sælge sælger køre kører kørt ' +
      'af ej meget venligst åbent åbningstider nu kigge byttepris udbetaling uge spørgsmål findes gøre tilbage ' +
      'hverdage anhængertræk nej interesserede hen efter mere blevet hvornår mig dig vores bliver endnu sådan ' +
      'måske gerne lige tak ud ind nyt lidt haft fået gået stået bytter dæk vinterdæk sommerdæk fælge træk ' +
      'bagklap gearkasse automatgear farve farven brændstof nysynet tandrem tandremmen ejere ejerafgift afgift ' +
      'nummerplader afhentning afhente afbetaling ydelse ydelsen vej øje nøgle nøgler køretøj sæder sæde læder ' +
      'anhænger trækkrog bagsæde bruger siger tager giver sige tage bede uden hurtigt muligt rigtig vigtig ældre ' +
      'næste tænke tænkt læse hjælpe hjælp undskyld tilbuddet kørslen aftale aftalen forretning forretningen ' +
      'hinanden fejler ridser buler indvendig udvendig udstyr udstyret tilbagemelding ledigt lørdags igen ejer ' +
      'sidste hende altid sidder prøvekøre prøvekøres møde mødes byd plads autostole autostol udlejningsbil ' +
      'serviceret serviceaftale bedste pæn bagi uheld giv brug penge havde gik mellem sagde sig håber håbe kender ' +
      'laver lavet næsten rækkevidde brugtbil lørdage afdrag leveret forrest bagpå øvrigt spørge udbetalingen ' +
      'weekenden op os månedlige månedligt goddag hejsa davs annonce annoncen sælges kilometertal indbytning ' +
      'månedsydelse løbetid bundpris bundprisen grøn hvid hvidt servicebog servicebogen røget importeret ' +
      'indregistreret godkender almindelig almindeligt lades opladning ladestik tilbyder undersøger aflevere ' +
      'afleveres afhentes indlevere ' +
      'aften aftenen bagagerum bagagerummet værksted værkstedet prøveplader restgæld gæld beløb beløbet ' +
      'fartpilot bakkamera klimaanlæg klimaanlægget dokumenteret kilometertallet olieskift oliefilter børn ' +
      'børnene børnesæde vægt totalvægt højde længde åben åbner åbne besked rabat leje lejer hestekræfter ' +
      'ejerskifte stelnummer eftersyn serviceeftersyn tagbøjler soltag undervogn lakeret repareret trække ' +
      'trækker trækvægt kørekort prutte oplyse oplysninger fik billede billeder gælder gældende ruden ' +
      'forrude plejer hvorledes fejlfri tæt udleveret udlevering udlandet udenlandsk udstødning indkøbt ' +
      'modtage modtager sædevarme ratvarme inkluderet',
    shared:
      'idag hej hvor hvordan hvorfor hvis hvem hvilken hvilke ikke til og er på skal vil kunne også venlig hilsen ' +
      'bilen ledig pris prisen dag morgen torsdag lørdag søndag mandag kr måned ringe få får jeg koster hr solgt ' +
      'være interesseret det den de en et i som for med har kan fra så men om her der vi min din sin ja når ' +
      'finansiering mvh nye hjem bytte selv først dagen formiddag gammel batteriet både denne dem stå klar ' +
      'kontakte butikken hjemme kroner hente forbi ringer ved fredag moms rust inden mangler synet disse skifte ' +
      'skiftet regningen heller lukket forhandler prøvetur kabinen billigst billigere dyrere syn dansk danske ' +
      'eller skriver stk tlf hyggelig ladekabel mulig slags inde ute ønsker ønske varmepumpe forsikringen ' +
      'henvendelse leveres leveringstid menneske byttes kilometerstand deres skulle samme mod år lade hverdag ' +
      'måneden byttet have give gir vår tilbudet model sort hjemmesiden årgang eftermiddag kone ligger første ham ' +
      'rustfri tale tilsendt heldigvis kontantpris lyder byttebil hjemmeside forsikre selvom høre hører hørt ' +
      'største forslag bedre stund altså kun paa jo benzin mit dit sit blev lille går',
  },
  sv: {
    strong:
      'och jag är inte köpa köper köpt sälja såld kvar hur vad varför vilken vilka något någon några ni provköra ' +
      'provkörning mej pruta annons vilket efter mer från hälsningar vänliga finns fortfarande ännu inbyte öppet ' +
      'öppettider imorgon lördag söndag måndag kostar dragkrok drar finnas hämta hämtas hämtar betala ' +
      'betalas betalat betalning månaden ägare ägarna besiktigad nybesiktigad servad däck vinterdäck sommardäck ' +
      'färg kamrem kamremmen bytt bilderna denna detta sen sväng skicka skickar skickas tittar boka bokar ' +
      'levereras levererar räckvidd laddning kväll veckan nästa först dörren någonstans snabbt hittills ungefär ' +
      'farg manga manad manaden agare fore fraga ocksa nagon nagot behover onskar kor korning kopa salja ' +
      'mojligt nasta gärna vara göra fråga intresserad här där då även tänkte undrar ett också tack hör säljer ' +
      'titta leverera annat annan byta barnstol barnstolar prata hålla laddkabel stolsvärme rött samma likadan ' +
      'likadant krock bilar mycket att blivit innan måste utan upp väl än över behöver behöva tycker hoppas ' +
      'snälla pengar erbjuder varit mina dina två åka besök besöka svänger stänger öppnar öppna kolla kika ' +
      'jämföra båda begagnad begagnade växellåda körsträcka fyrhjulsdrift besiktning fordon månadskostnad ' +
      'avbetalning kontantinsats ränta räntan försäkring mig dig salu tillgänglig tillgängliga tja tjena hejsan ' +
      'hallå ikväll morgon förbi nyckel nycklar stängt öppen leverans hemleverans kör körd körda åker skick ' +
      'slutpris slutpriset leasa privatleasa byter inbytesbil mätarställning miltal hinner fixa funkar fungerar ' +
      'vardagar sänks sänkt lägga repor buckla skador dubbdäck fälgar vit vita grön röd röda växel registrerad ' +
      'importerad godkänner följer testa själv fru affär affären senast rökts förra förresten längre bättre bäst ' +
      'största ert era våra vilja gäller önskar provtur provkör provköras provkora provkorning visas tackar nä ' +
      'nyfiken prova inget tänker verkstad serva bokning åt tillbaka',
    shared:
      'hej har idag att till för på vi har kan om men så bilen priset pris ut ringa kunna veta efter ledig vill får hos ' +
      'det den de en i som med av min din sin ja nej mvh er eller nytt sett gått fått stått blir mil dagen fredag ' +
      'bilder moms rost klar batteri ar pa an nar byte slut bytte denna nara sitter ligger snart inne nu dacken ' +
      'bensin manuell vet vanlig natt annonsen modell kontroll svart årsmodell eftermiddag årgang ska visst ' +
      'skulle bra heter helgen dom jo går blev',
  },
  en: {
    strong:
      "the is are this that what how why which would could should still available have has does did can't can you " +
      "your my i'm it's i'd i'll please thanks thank hello interested want looking like of with about there any " +
      'when where test drive trade buy car from been will much many more know let best regards cheers open hours ' +
      "monthly warranty mileage hey isn't don't be we our and its was",
    shared: 'a an in on or if it not no yes so by at as do me to i for price hi finance get see need model',
  },
  de: {
    strong:
      'ich ist nicht und das die ein eine einen mir mich sie ihr ihre wir haben können möchte würde noch ' +
      'verfügbar wie viel was wo wann auto fahrzeug preis probefahrt kaufen verkaufen gruß grüße mit freundlichen ' +
      'guten danke bitte interesse zu für auf bei von vom zum zur inzahlungnahme finanzierung öffnungszeiten ' +
      'kilometerstand oder aber auch sehr wagen kostet gerne euch mal schon',
    shared: 'hallo der den dem des es an um so als in im am er hat kann modell',
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

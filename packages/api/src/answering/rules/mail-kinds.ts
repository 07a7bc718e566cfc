import { createPhraseMatcher } from '../text/create-phrase-matcher.ts';

/** The workshop: service, repairs, tyres and parts of a car somebody already has. */
export const aboutService = createPhraseMatcher(`
    service | servicetime | servicen | til service | verksted* | eu-kontroll* | eu-godkjen* | pkk | dekkhotell* | dekkene mine | ledig time |
    (bestille|booke|bestilling av) time | dekkskift* | hjulskift* | bytte (av )?(dekk|hjul|olje|bremse*|frontrute*|vindusvisker*) |
    skifte (dekk|hjul|olje|bremse*) | motorlamp* | varsellamp* | lyser (rødt|gult|oransje) | feilkode* | reparasjon* |
    reparere | frontrute | steinsprut | oljeskift* | deler til | delenummer | reservedel* | registerreim* | registerrem* |
    bremseskive* | bremsekloss* | sidespeil* | rustbehandling | ny nøkkel | ekstranøkkel |
    workshop | mot test | repair* | tyre (hotel|change) | spare parts? | your garage | oil change | brake pads? |
    engine light | warning light | replacement (key|part*|mirror) | service (appointment|booking) | windscreen |
    verkstad* | däckbyte* | däckskifte* | däckhotell* | byta (däck|hjul|olja|bromsar|bromsbelägg|vindruta) | oljebyte* |
    reparera* | reparation* | motorlampa* | reservdel* | stenskott | bromsbelägg | (stor|liten) service |
    værksted* | dækskifte* | dækhotel* | skift* (dæk|hjul|olie|bremse*) | olieskift* | servicetjek* | reparere* |
    bremseklods* | stenslag | forrude* | motorlampe* |
    werkstatt* | ölwechsel | reifenwechsel | räderwechsel | reifen (wechseln|einlagern) | inspektion | reparatur* |
    reparier* | ersatzteil* | bremsbel* | bremse* quietsch* | motorkontroll* | steinschlag | windschutzscheibe |
    außenspiegel | tüv-termin
  `);

/** Invoices, jobs, suppliers, sponsoring and the press. */
export const aboutBusiness = createPhraseMatcher(`
    faktura* | fakturaen | invoice* | purring | kreditnota | betalingspåminnelse | kvittering* | søknad* | jobbsøknad* |
    ledig* stilling* | stillingen | cv | cv-en | sommerjobb* | deltidsjobb* | ekstrajobb* | (søker|søke) (jobb|stilling*|læreplass) |
    jobb hos (dere|dykk) | jobbe hos | lærling* | læreplass | praksisplass | jobbintervju | på intervju | attest* | vitnemål* | sponsor* |
    leverandør* | samarbeid* | pressehenvendelse | journalist | leiekontrakt* | kontonummer | innbetaling* | kid |
    job application | vacancy | vacancies | apply for | applying for | my cv | my resume | join your team |
    apprentice* | internship | rental agreement | receipt for | sponsorship |
    ansökan | (söker|söka) (jobb|arbete|tjänst*|praktik*) | jobb hos er | tjänsten som | personligt brev | praktikplats* |
    hyresavtal* | kvitto* |
    ansøgning* | (søger|søge) (job|arbejde|læreplads|elevplads|praktik*) | læreplads* | elevplads* | regning | regningen |
    lejekontrakt* |
    rechnung* | bewerb* | lebenslauf | ausbildungsplatz | ausbildung als | praktikum | (suchen|sucht) (sie )?(zurzeit |derzeit |noch )?(personal|mitarbeiter) |
    mietvertrag* | quittung*
  `);

/** Advertising, agencies, scams and newsletters. */
export const soundsLikeSpam = createPhraseMatcher(`
    seo | search engine optimi* | backlinks? | guest post* | link building | first page of google |
    google (ranking*|ads) | (rank|ranking) (higher|your|better)? | øke? (trafikken|salget|omsetningen) (deres|din) | flere (leads|kunder) |
    more (leads|customers|sales|traffic) | qualified leads | lead generation | web ?(design|development) (services|agency|company) |
    mobile app development | crypto* | krypto* | bitcoin* | forex | investment opportunity | casino* | betting | viagra |
    cialis | lottery | inheritance | beneficiary | bank transfer of | wire transfer | release (the )?funds | million (dollars|usd) |
    verify your account | your (mailbox|account|domain) (is|will|has) | password expire* | click (here|below) | klikk her | unsubscribe |
    nyhetsbrev* | newsletter* | limited time offer | special promotion | act now | webinar* | our services | free (audit|demo|trial) |
    view in browser | gift card | you have won | bank details | outstanding invoice | pay ?per |
    våre tjenester | digital markedsføring | markedsføringsbyrå | increase (your )?(sales|traffic|revenue) |
    email list | database of | supplier* | manufacturer* | our factory | factory price | moq | we are (a )?factory | catalog* | wholesale |
    dear (sir|manager|friend|owner|purchasing *) | whatsapp | onlyfans | adult dating | dealerships like yours | companies like yours |
    søkemotor* | søketreff* | synlighet på google | side (1|én|en) på | (gratis|uforpliktende) (demo|analyse|møte|prat|befaring|gjennomgang) |
    uten binding* | grossist* | (book|avtale) (et |en )?(uforpliktende )?(møte|demo|befaring) | vår (løsning|plattform|programvare|tjeneste|chatløsning) |
    vårt byrå | byrået vårt | per (henvendelse|lead|klikk) | bekreft (passord*|konto*|kort*|betaling*|innlogging*|opplysning*) | innen # timer |
    (postboks*|innboks*) * full | (ubetalt|forfalt) faktura | siste påminnelse | (overføre|overfører) # | (du har )?vunnet | vinner av | trukket ut |
    gratulerer | tjen # | meld deg av | avmeld* | avslutt abonnement* | vis i nettleser | (får|mottar) (dette|denne) * (fordi|som registrert) |
    shop nå | halv pris på alt | (sender|sende) sjekk | betal (kun )?frakt |
    sökmotor* | sökoptimer* | fler (kunder|leads) | öka (er |din )?(försäljning|trafik)* | avregistrera* | avprenumerera* |
    (har|du) vunnit | grattis | presentkort* | verifiera (ditt |din )?(konto*)? | bekräfta (dina|ditt) * | söker återförsäljare |
    kryptovalut* | vår (tjänst|lösning|plattform) | (hjälper|erbjuder) (bilhandlare|företag|er att) |
    søgemaskine* | flere (kunder|leads) | øg (jeres|din|omsætning*) | afmeld* | nyhedsbrev* | du har vundet | tillykke |
    gavekort | bekræft (din|dine|dit) * | pakke (er|afventer) | vores (løsning|platform|ydelser) | (skaffer|tilbyder) (jer|virksomheder|faste|bilforhandlere) * |
    garantere(t|rt) afkast | garantert avkastning |
    suchmaschin* | mehr (kunden|leads|umsatz|verkäufe) | kaufbereite* | abbestellen | gewonnen | gewinnspiel* |
    (bestätigen|verifizieren) sie ihr* | konto * (gesperrt|eingeschränkt) | (wir|unser*) (bieten|vermitteln) (händlern|ihnen|autohäusern|wir) * |
    provisionsbasis | preisliste | verdienen sie | unsere (lösung|plattform|dienstleistung*) | jetzt anmelden
  `);

/** The writer is a business that has something to sell to the dealership, told by its own voice. */
export const sellsToDealer = createPhraseMatcher(`
    vi (leverer|tilbyr|selger|hjelper|lager|utvikler) * (forhandler*|bilforhandler*|bilbutikk*|bedrift*|dere|næring*) |
    (vi|jeg) selger * til (bedrift*|næring*|forhandler*) | (bilforhandlere|bilforretninger|bilhus|forhandlere) (bruker|har byttet|over hele|med å) |
    vi er (en|et) * (leverandør|byrå|grossist|produsent|selskap) | (hjelper|løfter) * (bilforhandlere|bilforretninger|forhandlere|bilbutikker) |
    we (offer|supply|produce|manufacture|provide|help|book|deliver) * (dealers*|dealerships?|companies|businesses|your|per|cars?) |
    (i|we) (noticed|was browsing|came across|found) (your|several|that your) * |
    vi (hjälper|erbjuder|levererar|garanterar|är) * (bilhandlare|företag|återförsäljare|er|tillverkare*) |
    vi (hjælper|tilbyder|leverer|skaffer) * (bilforhandlere|virksomheder|jer|erhverv) |
    wir (bieten|helfen|liefern|vermitteln|produzieren) * (händler*|autohäuser*|autohaus|unternehmen|ihnen)
  `);

/** The writer does not want anything any more. */
export const takesItBack = createPhraseMatcher(`
    ikke (lenger|lengre) (interessert|aktuel*) | ikke interessert( lenger)? | ikke aktuel* (lenger|lengre)? |
    har (kjøpt|funnet) (en )?(annen|noe annet)( bil)? | (allerede|nå|likevel) kjøpt | kjøpt (bil )?et annet sted | fant en (annen|nærmere) | avbestill* |
    no longer (interested|looking|need*) | not interested | bought (another|elsewhere|a car elsewhere|one elsewhere)( car)? |
    found (another|something else) | already bought | changed (my|our) mind |
    inte (längre )?(intresserad|aktuell*) (längre)? | (redan )?köpt (en annan|annan|på annat håll) | hittat en annan |
    redan köpt | har löst sig | ikke (længere|mere) (interesseret|aktuel*) | (købt|fundet|fandt|valgt) en anden( bil)? |
    allerede købt | nicht mehr (interessiert|aktuell) | hat sich erledigt | kein interesse mehr | schon (ein|eins|anderswo) gekauft |
    (für )?(ein|einen) (anderes|anderen) (auto|fahrzeug|wagen|modell) * (entschieden|gekauft|gefunden)
  `);

/** Words that mean a car in general. */
export const speaksOfCar = createPhraseMatcher(`
    bil | bilen | biler | bilene | bruktbil* | elbil* | varebil* | kassebil* | stasjonsvogn* | småbil* | familiebil* | suv | car | cars | vehicle* |
    bilar | bilarna | begagnad bil | familjebil* | skåpbil* | kombi | bilerne | brugtbil* | varevogn* | stationcar |
    auto | autos | fahrzeug* | wagen | kombi | kastenwagen | transporter | gebrauchtwagen | nybil* | van | vans
  `);

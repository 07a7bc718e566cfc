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
    außenspiegel | tüv-termin |
    feilsøk* | ulyd* | lekker (olje|vann) | hopper over | (levere|sette) (den |bilen )?inn | varmer ikke | starter ikke | drar til siden |
    (ny|nye|bytte) (batteri|bremser|eksosanlegg|clutch|kløtsj) | (min|mi) … (service|kontroll|verksted) | hente bilen etter |
    noise from | grinding | squeak* | squeal* | rattl* | bring it (back|in) | since you (replaced|fixed|serviced) | due (for )?(a )?service | wont start | fluid leak* |
    lämna in (den|bilen) | missljud | drar snett | gnisslar | läcker olja | startar inte | felsök* | fick ni byta |
    aflevere (den|bilen) … (service|reparation|morgen) | skiftet (bremser|dæk|olie|batteri) | mislyd* | lækker olie | starter ikke | fejlsøg* |
    quietsch* | klapper* | ruckel* | springt nicht an | (inspektion|service|tüv|wartung) … fällig | in die werkstatt | ölverlust | fehlersuche
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
    mietvertrag* | quittung* |
    jobbe (hos|for) | (ny|fast|ledig|annen) jobb | (trenger|søker|ansetter) dere … (folk|medarbeider*|mekaniker*|selger*|hjelp) | ekstrahjelp | åpen søknad | utplassering | forfall* | oppgjør |
    (selger|annonse)plass | russ | russebil* | idrettslag* | julebord | 
    (any|have) (jobs|openings|positions|work) | looking for work | work (for|at) your | qualified … (painter|mechanic|technician|seller|salesperson) |
    anställ* | söker (ny )?tjänst | ny tjänst | (jobbat|arbetat) … år | lediga (jobb|tjänster) | bokföring* | påminnelse | obetald* | praktik hos |
    ansætte* | søger (nyt )?job | praktikant | rykker* | bogføring* | mekanikeruddannelse* |
    neue stelle | (suche|suchen) … (stelle|arbeit|ausbildung) | gelernter* | stellenangebot* | initiativbewerbung | stornier* | mahnung | buchhaltung
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
    provisionsbasis | preisliste | verdienen sie | unsere (lösung|plattform|dienstleistung*) | jetzt anmelden |
    (til gode|utbetaling|refusjon) … (bekreft|klikk|kontonummer) | kontonummeret ditt | (sendingen|pakken|pakke) … (leveres|leverast|levert|venter|gebyr|frakt) |
    (overfør*|betal*) … (i dag|nå|straks|med en gang) | styreleder | (kalender*|innboks*) … (prøvekjøringer|henvendelser) | annonseplass | (nye|varme) leads | nettside* … (for dere|som selger) |
    (konto|konton|postkonto*|brevlåda*) … (stängs|spärras|full) | logga in via | utvald* till | hemsid* … (säljer|bygger) | kostnadsfri (genomgång|analys|demo) |
    (konto|pakke|betaling*) … (lukkes|spærres|afventer) | log ind via | gratis (analyse|demo|gennemgang) | køb … gavekort | send mig koderne |
    (konto|postfach|paket) … (gesperrt|voll|wartet|eingeschränkt) | melden sie sich an | kostenlose (analyse|demo|beratung) | gewinner* | versand bezahlen |
    (storage|mailbox) … full | continue receiving | (buy|purchase) … gift cards? | claim your | selected (as|to|for) | free trial | chat-?bot | live chat | moq | (export|import) services | view online | read more in your browser |
    renhold* | strømavtale* | kaffeavtale* | bemanning* | rekruttering* | profilklær | firmagaver | reklameplass | annonsering | kundesystem* | nettbutikk* |
    (bankid|vipps|posten|postnord|dhl|netflix|microsoft) … (sperret|utløp*|bekreft|oppdater|gebyr|betal*|levering) | tollgebyr | kortet ditt … (sperret|belastet) |
    städ* | elavtal* | rekrytering* | profilkläder | annonsering | (bankid|swish|postnord) … (spärrat|bekräfta|uppdatera|avgift) |
    rengøring* | elaftale* | annoncering | (mitid|nemid|mobilepay|postnord) … (spærret|bekræft|opdater|gebyr) |
    gebäudereinigung | personalvermittlung | stromvertrag | werbeartikel | werbekampagne | (dhl|dpd|sparkasse|paypal) … (bestätigen|gesperrt|gebühr) |
    cleaning services | recruitment | staffing | merchandise | advertising | crm | (paypal|dhl|fedex|apple|microsoft) … (suspended|verify|update|fee)
  `);

/** The writer is a business that has something to sell to the dealership, told by its own voice. */
export const sellsToDealer = createPhraseMatcher(`
    vi (leverer|tilbyr|selger|hjelper|lager|utvikler|skaffer|bygger|produserer) … (forhandler*|bilforhandler*|bilbutikk*|bedrift*|dere|næring*|bilhus) |
    (vi|jeg) selger … til (bedrift*|næring*|forhandler*) | (bilforhandlere|bilforretninger|bilhus|forhandlere) (bruker|har byttet|over hele|med å) |
    vi er (en|et) … (leverandør|byrå|grossist|produsent|selskap) | (hjelper|løfter) … (bilforhandlere|bilforretninger|forhandlere|bilbutikker) |
    dere betaler (bare|kun) | ønsker dere (prisliste|tilbud|en demo|et møte) | selger også |
    we (offer|supply|produce|manufacture|provide|help|book|deliver|build|export) … (dealers*|dealerships?|companies|businesses|your|per|cars?|sets|pcs|websites?) |
    (i|we) (noticed|was browsing|came across|found|saw) … (your (site|website|page|dealership)|that your) | offer … services |
    vi (hjälper|erbjuder|levererar|garanterar|bygger|säljer) … (bilhandlare|företag|återförsäljare|er|tillverkare*|hemsid*) | kan vi få # minuter |
    vi (hjælper|tilbyder|leverer|skaffer|bygger|sælger) … (bilforhandlere|virksomheder|jer|erhverv|hjemmesid*) | må jeg vise jer |
    wir (bieten|helfen|liefern|vermitteln|produzieren|bauen|verkaufen) … (händler*|autohäuser*|autohaus|unternehmen|ihnen|webseiten) |
    wann passt ihnen … gespräch
  `);

/** After a purchase or a visit: papers, things left behind, thanks. */
export const aboutTheLastVisit = createPhraseMatcher(`
    (kopi|kopien|kvittering*) (av|på|for) | kjøpekontrakt* | salgsmelding* | vognkort* | (glemt|glemte|gjenglemt|mistet|la igjen) … (bilen|hos|dere|lånebil*|verksted*) |
    takk for (sist|hjelpen|god|fin|hyggelig|en) | lånebil* | ville bare (si|takke|rose) |
    copy of (the|my|our) | resend | left … in the (loan|courtesy) car | courtesy car | thank you for (the great|your help|a great|all your) | thanks for (all|your help) |
    köpekontrakt* | kopia (av|på) | (glömt|glömde|tappat) … (bilen|hos|er) | tack för (en fin|hjälpen|senast|god|trevlig) | låne ?bil* |
    købekontrakt* | slutseddel* | kopi af | (glemt|glemte|tabt) … (bilen|hos|jer) | tak for (sidst|hjælpen|en god|god|en fin) |
    kaufvertrag* | kopie (des|der|vom|von) | (vergessen|liegen gelassen) … (wagen|auto|ihnen) | (vielen )?dank für (die|ihre) (freundliche|gute|nette|tolle|kompetente) | leihwagen
  `);

/** A purchase that has been made: what is wrong with it is no enquiry. */
export const hasBought = createPhraseMatcher(`
    (jeg|vi|eg) (kjøpte|har kjøpt|fikk levert|overtok) | kjøpt (hos|av|fra) (dere|dykk) | solgte (meg|oss) | dere solgte |
    (i|we) (bought|purchased) | you sold (me|us) | bought from you | (jag|vi) köpte | köpt (av|hos) er | sålde (mig|oss|ni) |
    (jeg|vi) købte | købt (af|hos) jer | solgte (mig|os) | (ich|wir) … gekauft (habe|haben) | bei ihnen gekauft | verkauft haben
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

/** The writer's own car. */
export const hasACar = createPhraseMatcher(`
    (bilen|golfen|passaten|teslaen) min | min (bil|golf|passat|tesla) | bilen vår | vår bil | my (car|van|vehicle) | our (car|van) |
    min bil | vår bil | vores bil | mein (auto|wagen|fahrzeug) | meinem (auto|wagen|fahrzeug) | unser (auto|wagen)
  `);

/** Words that mean a car in general. */
export const speaksOfCar = createPhraseMatcher(`
    bil | bilen | biler | bilene | bruktbil* | elbil* | varebil* | kassebil* | stasjonsvogn* | småbil* | familiebil* | suv | car | cars | vehicle* |
    bilar | bilarna | begagnad bil | familjebil* | skåpbil* | kombi | bilerne | brugtbil* | varevogn* | stationcar |
    auto | autos | fahrzeug* | wagen | kombi | kastenwagen | transporter | gebrauchtwagen | nybil* | van | vans
  `);

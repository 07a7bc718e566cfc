import type { Escalation, Intent, Urgency } from '../types.ts';

/** Phrases in Swedish, Danish and German, in that order, in the notation of `createPhraseMatcher`. */
export const neighbourIntents: Readonly<Record<Exclude<Intent, 'general'>, string>> = {
  test_drive: `
    provkör* | prov ?kör* | provtur* | testkör* | (köra|prova|testa) (den|bilen|båda|dem) | visning |
    (titta|kika|se) (närmare )?på (den|bilen|dem) | (komma|åka|svänga|titta) (förbi|in) | (se|träffas och se) bilen |
    prøvetur* | prøvekør* | prøve (at køre )?(den|bilen|dem|begge) | en tur i (den|bilen) | fremvisning |
    (se|kigge) (nærmere )?på (den|bilen|dem) | (komme|kigge|kigger) (forbi|ind) |
    probefahr* | probe ?(fahren|gefahren|zu fahren) | probesitzen | besichtig* | vorbeikommen | vorbeischauen |
    (ansehen|anschauen|angucken) | (beide|ihn|den wagen|das auto) (mal )?(fahren|testen|ausprobieren) |
    (tittar|kikar|kommer) (och|på|förbi) … (den|bilen|tittar) | provsitta | få provköra | (prova|köra) (den|båda) | jämföra dem |
    prøve (den|dem|begge|at køre) | kan den prøves | (må|kan) (jeg|vi) prøve | komme og (se|prøve|køre) | kigge på (den|bilen) |
    (ihn|den|sie|es|beide) … fahren | (ihn|den wagen|das auto) (sehen|anzusehen) | verbiiluege | probieren
  `,
  trade_in: `
    inbyte* | inbytesbil* | (byta|byter) in | (byta|byter) (min|mitt|mot) | (tar|ta) ni … byte | mellanskillnad* |
    byttebil* | byttepris* | i bytte | (bytte|bytter) (min|mit|til) | indbyt* | byttehandel |
    inzahlung* | in zahlung* | eintausch* | tauschen | altwagen | gebrauchten abgeben |
    i utbyte | lämna … (utbyte|inbyte) | give (vores|min|mit) … bytte | vad (får|ger ni) … för (min|mitt) | hvad (giver i|får jeg) for (min|mit|vores) | zahlung |
    (som|i) delbetalning | (värd|värde) … inbyte | (min|mitt) … värd | värdera (min|mitt|vår) | värdering av (min|mitt) | tar ni emot |
    hvad kan (jeg|vi) få for (min|mit|vores) | vurdere (min|mit|vores) | vurdering af (min|mit|vores) | (min|mit) … værd | bytte med (min|mit) | byttesum | byttebil* |
    (mein|meinen|meinem) … wert | was bekomme (ich|wir) … (mein|meinen|unseren) | was geben sie … (mein|meinen|unseren) | alten (wagen )?(abgeben|dafür|dagegen) | in zahlg |
    byta bort | byter ni | (ta|tar ni) (in|emot) (min|mitt|vår) | tage (min|mit|vores) … bytte | indbytning* | i zahlung | gebrauchten in | ankauf mein*
  `,
  finance: `
    finansiering* | avbetal* | billån* | ränt* | privatleas* | leasa* | månadskostnad* | månadsbelopp | per månad |
    i månaden | kontantinsats* | handpenning | restvärde* | delbetal* | löptid |
    finansiere* | ydelse* | afdrag* | om måneden | pr md | pr måned | udbetaling* | privatleasing | løbetid | billån* |
    finanzier* | rate | raten | ratenzahlung | monatsrate* | monatlich* | pro monat | im monat | anzahlung* | kredit |
    darlehen | zins* | zinsen | leasingrate* | schlussrate |
    ratenzahl* | raten | in raten | per månad | månadskostnad* | om måneden | månedlige ydelse
  `,
  price: `
    priset | prislapp* | kostar | vad (vill|ska|skulle) ni ha | vad (tar|begär) ni | hur mycket (vill|ska|kostar|är) |
    offert* | prisen | hvad koster | hvad (skal|vil) (i|man) (have|give|ha) | hvor meget (koster|skal|vil|er) |
    preis* | kostet | kosten soll* | was soll* * kosten | was (verlangen|wollen) sie | wie teuer | wie ?viel kost* |
    preislich |
    vad (skall|hamnar|ligger) … (på|ni ha) | kostar | skillnad* i pris | hvad skal (i|man|jeg) … for | skal i have for | giv mig … pris |
    (wieviel|wie viel|was) (soll|kostet|kostets|kosten) | unterschied im preis | zu welchem preis
  `,
  availability: `
    kvar | (finns|har ni) (den|bilen|kvar|fortfarande|någon|något|några) | fortfarande (kvar|till salu|ledig) |
    till salu | såld | sålt | osåld | tillgänglig* | i lager | hunnit sälja* | (har|finns) ni * inne |
    stadig* (til salg|ledig|der|inde|tilgængelig) | til salg | usolgt | tilgængelig* | (har|findes) (i|den|bilen) * stadig |
    har i (den|en|et|noget|nogle|nogen|stadig) | findes (den|bilen) |
    noch (da|zu haben|verfügbar|frei|erhältlich|im bestand|zu kaufen|zum verkauf) | verfügbar* | zu haben |
    (schon|bereits) (verkauft|weg|vergeben|reserviert) | zum verkauf | auf lager | lieferbar | im angebot |
    haben sie (noch |auch |zurzeit |derzeit |gerade )?(einen|eine|ein|etwas|den) | gibt es (bei ihnen|den|noch) |
    (står|finns) (den|bilen|båda|de) … (kvar)? | kvarr? | båda till salu | finns … kvar | (är|ar) … (kvar|kvarr|såld|till salu) | har ni … (inne|kvar) |
    der endnu | er … (solgt|der endnu|til salg) | har i … (stadig|inde|endnu) | hvad har i | (hvilke|hvilken) … har i |
    zu verkaufen | noch … (da|verfügbar|haben) | zha | z ha | was haben sie (im bestand|da)? | (ist|sind) … (noch da|verkauft|verfügbar|zu haben)
  `,
  opening_hours: `
    öppet* | öppettid* | öppnar | stänger | stängt | när (har|är) ni | var (ligger|finns|hittar|håller) (ni|jag|man) |
    åbent | åbningstid* | åbner | lukker | lukket | hvornår (har|er|åbner|lukker) i |
    hvor (ligger|holder|finder|bor) (i|jeg|man) |
    geöffnet | öffnungszeit* | geschlossen | wann (haben|sind|öffnen|schließen) sie | wann * (offen|auf) |
    wo (finde|sind|befind*|liegt|ist) (ich|sie|ihr*) | anschrift
  `,
  buy: `
    köpa | köper | köp | intresserad* | intresse | slår till | letar efter | är ute efter | söker en (bil|begagnad|familjebil|elbil) |
    funderar på (att köpa|en|den|er) | hålla (den|bilen) | behöver en (ny |större |mindre )?(bil|familjebil) |
    købe | køber | køb | interesseret* | interesse | leder efter | søger en (bil|brugt|familiebil|elbil) | mangler en bil |
    på udkig efter | slår til | overvejer (at købe|jeres|en) |
    kaufen | kaufe | interessier* | interesse | (ich suche|wir suchen|suche|auf der suche nach) | nehme ihn | kaufinteress* |
    brauche (ein|einen|eine) (auto|wagen|kombi|transporter|suv|neues|neuen) |
    (söker|letar efter|behöver) (en|ett) … (bil|familjebil|kombi|elbil|skåpbil) | funderar på att slå till |
    (mangler|søger|leder efter) (en|et) … (bil|varevogn|stationcar|elbil) | kommer og køber | vil gerne have jeres |
    (suche|suchen) (einen|ein|eine) | nehme (ich )?(ihn|den|es) | abholen
  `,
  sell: `
    sälja (min|mitt|vår|bilen|er) | köper ni (in|begagnade|bilar|upp) | vad får (jag|man) för min |
    sælge (min|mit|vores|bilen|jer) | køber i (brugte|biler|ind) | opkøb* | hvad (giver i|får jeg) for min |
    (meinen|unseren|mein|unser) * verkaufen | kaufen sie (gebraucht*|autos|wagen|fahrzeuge) * | ankauf*
  `,
};

/** Why a person should take over, in Swedish, Danish and German. */
export const neighbourEscalations: Readonly<Record<Escalation, string>> = {
  legal: `
    jurist* | stämma er | stämning | tingsrätt* | konsumentverk* | konsumentombudsman* | konsumenträtt* |
    (till|hos|av|för) arn | reklamationsnämnd* | polisanmäl* |
    forbrugerklage* | forbrugerombudsman* | forbrugerråd* | sagsøg* | retssag* | fogedret* | politianmeld* |
    ankenævn* |
    anwält* | rechtsanwält* | rechtsschutz* | verklag* | gericht | gerichtlich* | verbraucherzentrale |
    schlichtungsstelle | rechtliche schritte | mahnbescheid
  `,
  complaint: `
    klagomål* | klaga | reklamera* | besviken | besvikna | blivit lurad | lurade (mig|oss) | pengarna tillbaka |
    häva köpet | dålig (service|kundservice|uppföljning|behandling) | ingen (svarar|återkommer|hör av sig) |
    inte fått (något |någon )?(svar|återkoppling) | (ringt|mejlat|skrivit) (# |två |tre |fyra |fem |flera )gånger | bilen (jag|vi) köpte |
    under all kritik | oacceptabel* |
    skuffet over | snydt | pengene tilbage | hæve (købet|handlen) | dårlig (service|betjening|oplevelse|behandling) |
    ingen (svarer|ringer|vender tilbage) | (intet|ikke) hørt (noget |fra jer)? | (ringet|skrevet) (# |to |tre |fire |flere )gange |
    skjult* (fejl|skade*|mangel|mangler) | bilen (jeg|vi) købte | uacceptabel* |
    beschwerde* | reklamier* | enttäuscht | unzufrieden | geld zurück | mangel | mängel* | vom kauf zurück* |
    rücktritt vom | betrogen | niemand (antwortet|meldet|ruft) | keine (antwort|rückmeldung) | unverschämt* | verschwiegen |
    fel på bilen | (bilen|den) … (trasig|sönder) efter | lurad | vill ha pengarna | fejl på bilen | (bilen|den) … i stykker | pengene retur | vil have pengene | ophæve |
    fehler am (wagen|auto|fahrzeug) | rückabwickl* | vom vertrag zurück* | geld wieder | frechheit | immer noch keine
  `,
  finance_advice: `
    kreditupplysning* | kronofogden | (får|kan) jag (få )?(lån|låna) | beviljas | vilken ränta | vad är räntan |
    effektiv ränta | utan kontantinsats |
    rki | debitorregist* | kreditvurder* | (kan|får) jeg (blive |få )?(godkendt|lån*) | hvilken rente | hvad er renten |
    uden udbetaling | åop |
    kreditwürdig* | (bekomme|kriege|bekommen) (ich|wir) * (kredit|finanzierung) | effektivzins* | welche* zins* |
    (wie hoch|was) (ist|sind|wäre) (der|die) zins* | ohne anzahlung
  `,
  price_negotiation: `
    pruta* | prutmån | sänka priset | gå (ner|ned) (i|på|till) | lägsta pris* | slutpris* | bästa priset |
    (tar|accepterar|säljer) ni (den )?(för )?# | förhandla* | (kan|vill) ni (gå|släppa) * # |
    afslag | gå ned (i|til|med) | sænke prisen | laveste pris | mindstepris | (tager|accepterer) i # |
    sælge den (for|til) # | prutte* | forhandle om | (vil|kan) i * for # |
    verhandlungsbasis | verhandelbar | nachlass* | preisnachlass | letzte* preis | beste* preis | festpreis |
    (am|beim) preis * (machen|möglich|drin|spielraum|geht) | (nehmen|akzeptieren) sie (auch )?# | lässt sich (da |noch )?handeln |
    entgegenkommen |
    billigare | göra något åt priset | (sista|bästa) bud | ge mig ett bra pris | går (det|ni) (att )?(ner|ned|pruta) | kontant* … # |
    billigere | gøre noget ved prisen | sidste pris | giv mig … (pris|tilbud) | noget at gå på |
    günstiger | billiger | preislich … (machen|möglich) | rabatt* | handeln | barzahl* | skonto | was geht am preis
  `,
  safety: `
    bromsar* (slutade|svek|fungerar inte|tog inte) | (fattade|fattat|tagit) eld | börjat brinna | livsfarlig* | trafikfarlig* |
    återkallelse* |
    bremse*ne (svigtede|virker ikke|svigter) | (brød|gik|gået) i brand | livsfarlig* | trafikfarlig* | tilbagekaldelse* |
    bremse* (versag*|ausgefallen|funktionier* nicht) | in brand | feuer gefangen | lebensgefährlich* | rückrufaktion*
  `,
  gdpr: `
    personuppgift* | radera (mina|alla|mig|allt) | registerutdrag* | glömd enligt |
    personoplysning* | slet (mig|mine|alt|alle) | slette (mig|mine|alt|alle) | indsigt i (mine|hvilke) |
    personenbezogen* | (meine|alle) (meine |persönlichen )?daten (zu )?lösch* | löschen sie (alle|meine|bitte) * | auskunft über (meine|die)
  `,
  human_requested: `
    (prata|tala|snacka) med (en |någon )?(människa|person|säljare|riktig|chef*|levande) * | riktig (människa|person) |
    är (du|det|detta) (en )?(robot|bot|ai) | (inte|ingen) (en )?(robot|bot|chattbot) | kan en säljare (ringa|kontakta|höra) |
    (tale|snakke) med (et |en )?(menneske|person|sælger|rigtig|chef*|levende) * | rigtigt menneske | er du (en )?(robot|bot) |
    ikke (en )?(robot|bot|maskine) | kan en sælger (ringe|kontakte) |
    (mit|an) (einem|einen|einer) (echten |richtigen |realen )?(menschen|mitarbeiter*|verkäufer|berater|person) |
    echten? menschen? | sind sie (ein |eine )?(roboter|bot|ki|maschine) | kein (roboter|bot) | persönlich sprechen |
    koppla (mig|över) | inte prata med en (bot|robot) | stille (mig )?om | en rigtig person | verbinden sie mich | jemand persönlich
  `,
  abuse: `
    bedragare | skurkar | tjuvar | lögnare | jävla (idioter|skurkar|bedragare|lögnare) | dra åt helvete | håll käften |
    tyveknægte | svindlere | løgnere | røvhul* | hold kæft | skrid ad helvede til |
    betrüger* | abzocker* | lügner* | verpiss* | leck mich | drecks*
  `,
};

/** How soon an answer is wanted, in Swedish, Danish and German. */
export const neighbourUrgency: Readonly<Record<Exclude<Urgency, 'normal'>, string>> = {
  now: `
    bråttom | brådskar | brådskande | snarast | så (fort|snart) som möjligt | genast | ring (upp )?mig | ringa (upp )?mig |
    hurtigst muligt | så hurtigt som muligt | med det samme | ring til mig | ringe til mig | ring mig op |
    eilig | eilt | schnellstmöglich | so schnell wie möglich | umgehend | rufen sie (mich|uns) | um rückruf |
    zurückrufen
  `,
  today: `
    i ?kväll | i eftermiddag | i dag | under dagen | denne eftermiddag | i eftermiddag | i aften | her til aften |
    heute | heute abend | noch heute
  `,
  low: `
    ingen brådska | (inte|ej) bråttom | nästa år | bara nyfiken | tittar bara | haster ikke | ingen hast | til næste år |
    bare nysgerrig | kigger bare | keine eile | eilt nicht | nicht eilig | nächstes jahr | nur neugierig | schaue nur
  `,
};

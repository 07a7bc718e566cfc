/**
 * What customers of a car dealership ask about, in the words of five languages, folded. A `*` stands for any ending, `_`
 * joins words that only mean it together. A question in one language finds an answer in another through these.
 */
const lexicon = `
warranty: garanti* warrant* guarantee* gewahrleistung*
extend: utvid* utokad* forleng* forlang* forlaeng* extend* extension verlanger* udvid*
claim: reklam* mangel* mangler feil fejl defekt* fault* defect* complain* beanstand* fel felet sachmangel*
breakdown: ryker havari* broken breaks break_down breakdown* kaputt panne* stykker trasig*
return: retur* angre* angrer* fortryd* fortryder angra* return* widerruf* ombestem* ruckgab* zuruckgeb* zuruckgab* levere_tilbake levere_tilbage open_kjop apent_kjop oppet_kop bytterett* withdraw* cancel_the cooling_off umtausch*
reserve: reserv* holde_av holder_av satt_av sette_av setter_av sette_den_av halla_bilen halla_den holde_bilen hold_the hold_it hold_a put_aside depositum zurucklegen
deposit: deposit* depositum* handpenning* anzahlung* forskudd* kaution
delivery: sende sender skicka skickar send_it utlevering_hjem ausgeliefert geliefert* kjort_hjem lever* fraktes frakt* fragt* transport* deliver* liefer* hjemlever* hemlever* hemkor* shipping ship_it utkjoring* hjem_til pa_doren til_doren zustell* uberfuhr*
pick_up: hent* utlever* udlever* avhent* afhent* hamta* pick_up pickup collect* collecting abhol* klargjor* klargor*
lead_time: hvor_lang_tid hur_lang_tid how_long wie_lange ventetid* vantetid* leveringstid* leveranstid* lieferzeit* wartezeit* how_soon hvor_fort hvor_raskt tidligst snabbt hurtigt bekomme
loan: lane_penger lane_til lana_pengar borrow geld_leihen kredittkjop pa_avbetaling lan lanet billan* finansier* finanser* financ* loan* kredit* credit* avbetal* afbetal* delbetal* delbetaling* rate_n raten ratenzahlung* finanzier* monthly_payment* manedlig* manadskostnad* darlehen
bank: bank* banken
down_payment: egenkapital* egenandel* kontantinsats* udbetaling* innskudd* down_payment downpayment eigenkapital* oppspart* sparepenger eget_innskudd insats anzahlung*
interest: rente* renten ranta* rantan interest_rate* apr zins* nominell effektiv
leasing: leas* privatleie* privatleas* langtidsleie* privatlan subscription abonnement abo
company: bedrift* firma* foretag* virksomhed* naringsdriv* business* company fleet gewerb* geschaftskund* erhverv*
trade_in: gamle_bil gamle_bilen gammelbil* gamla_bil old_car alten_wagen altes_auto min_bil_i meinen_gebrauchten innbytt* bytte_inn inbyt* byttebil* bytt_in i_bytte bytter* trade_in trade-in part_exchange part-exchange px inzahlung* in_zahlung eintausch* bytte_min bytte_en levere_inn byta_in
valuation: taks* takst* verdivurder* vurder* varder* vaerdi* vardering* anslag* valu* valuation* apprais* bewert* schatz* estimat* hva_far_jeg worth
lien: heftelse* pant restgjeld* restlan* gjeld gaeld* skyld* skylder skulder restskuld* lan_pa lan_i outstanding_finance loan_on owe* owing schulden restschuld* abbezahl* noch_finanziert
buying_cars: kjoper_dere kjope_bilen_min kjop_av kober_i koper_ni buy_my buy_cars ankauf* sell_my selge_bilen_min salj_min bli_kvitt get_rid verkaufe_meinen oppkjop* salja_min saelge_min selge_min
commission: kommisjon* formidl* formedl* kommission* consign* commission* stand_pa_salg salgsoppdrag* vermittl* selge_for_meg sell_it_for_me selge_bilen_for sta_hos std_hos
inspection: naf viking fagmann* mekanik* mechanic* besikt* besiktning* tilstandsrapport* tilstandssjekk* bruktbiltest* uavheng* oberoende independent inspect* fdm adac gutachten gutachter mekaniker* varudeklar* bilprovning* pre-purchase vehicle_check
condition: tilstand* stand standen condition zustand* skick tilstandsrapport* report rapport* bericht protokoll papirer paper papper
history: servicehist* historik* historikk* historie service_history servicebok* servicehefte* serviceheft* servicebog* scheckheft* fulgt_service logbook service_book service_record*
accident: ulykke* skadet skade skader skadd kollisjon* kollider* krock* krasj* kraesj* krasch* accident* crash* unfall* uheld* damage* skadefri skadehist* pakjort write-off
owners: eiere* eier tidligere_eiere agare* ejere* previous_owner* owners vorbesitzer* forsteeier* first_owner
test_drive: provekjor* provkor* provetur* test_drive test-drive testdrive probefahr* probe_fahren prove_en prove_bil* testkjor* kjore_en_tur kore_en_tur prova_bilen prove_den kore_prove test_kjore kjore_prov
licence: forerkort* korekort* korkort* licence* license* fuhrerschein* sertifikat* lappen
age: alder* gammel gammal fylt_ar over_ar how_old minimum_age age mindestalter* ar_gammel aldersgrense* wie_alt
identification: legitimasjon* id-kort passport pass ausweis* legitimation* bring_along identification ta_med medbringe mitbringen bring
registration: omreg* omregistrer* eierskifte* ejerskifte* agarbyte* agarskifte* ummeld* zulass* registrer* anmeld* salgsmelding* change_of_ownership re-regist* reregist* number_plate*
tax: avgift* skatt* afgift* mva moms vat tax* steuer* merverdi* veiavgift*
insurance: forsikr* forsakr* insur* versicher* kasko
winter_tyres: vinterdekk* vinterhjul* vinterdack* vinterdaek* winter_tyre* winter_tire* winterreif* piggdekk* piggfri* vinterhjulsett winter_wheels winterrader* dubbdack* dubbfri*
tyres: dekk dekkene dekka hjul hjulsett hjulene dack dacken daek daekket tyre* tire* tires reifen* felg* falg* faelg* rims wheel* wheels hjulskift* dekkskift*
storage: lagr* lagre* lagring* oppbevar* forvar* opbevar* opmagasin* stor* storage einlager* aufbewahr* dekkhotell* dackhotell* daekhotel* hjulhotell* hotell* hotel*
charger: hjemmelad* hemmalad* hjemmeladr* elbillad* ladeboks* laddbox* ladestander* wallbox* home_charger* laderen lader ladestasjon* laddstation* charger* charge_point wandlader ladere ladepunkt* ladegerat*
cable: kabel* ladekabel* laddkabel* cable* ladekabler* nodlader*
charging: lading* laddning* opladning* lade lader charging aufladen laden lad ladetid* ladehastighet* hurtiglad*
battery: batteri* battery akku* batterie* soh traction_battery batterihels*
health: helse* helsen halsa* health kapasitet* kapacitet* capacity kapazitat* slitt slitasje degrader* sjekker_batteri
range: rekkevidde* rackvidd* raekkevidde* reichweite* range hvor_langt hur_langt how_far kjorelengde_pa
cold: kulde* kaldt frost kyla* vinteren kallt kalte winter cold
workshop: verksted* verkstad* vaerksted* workshop* werkstatt* garage mekanisk
service: service* vedlikehold* underhall* vedligehold* maintenance* serviced servicing wartung* inspektion* oljeskift*
booking: bestill* bestille* timebestill* boka* bokning* book* booking* buchen* termin* appointment* avtale_time tidsbestill* bestil*
cancel: avbestill* avboka* afbestill* avbestell* cancel* absagen stornier* avlys* ikke_rekker no-show uteblir kommer_ikke
courtesy_car: mens_min nar_min nar_bilen_er mens_bilen while_mine while_my wahrend_mein leie_bil lane_bil lanebil* leiebil* leihwagen* laanebil* leiebilen courtesy* loaner* loan_car rental_car replacement_car ersatzwagen* erstatningsbil* hyrbil* lejebil* mietwagen noe_a_kjore bil_mens bil_nar
eu_control: eu-kontroll* eu-godkjen* eukontroll* periodisk_kontroll pkk kontrollbesikt* mot hauptuntersuchung tuv synshal* syn road_worthiness roadworth* etterkontroll*
parts: deler delene originaldel* reservdel* reservedel* spare_parts ersatzteil* parts
towbar: hengerfest* tilhengerfest* dragkrok* anhaengertraek* tow_bar tow-bar towbar* anhangerkupplung* anhangekupplung* krok kroken tow_hitch traekkrog* svanehals
fitting: ettermonter* monter* sette_pa efterhand eftermonter* install* fit fitted fitting retrofit* nachrust* einbau* anbau* montering*
keys: nokkel* nokler* nyckel* nycklar* nogle* nogler* key keys schlussel* fjernkontroll
find_us: finder_jeg_vej vej_til hitta_er hvor_ligger var_ligger where_are_you wo_sind_sie finner_fram finne_fram finder_vej hitta_till finna_till veibeskriv* vagbeskriv* directions find_you get_to_you anfahrt* way_to_you kommer_til_dere kommer_jeg_til how_do_i_get
transit: buss* bus bussen bybane* tog train tram bahn tag_till s-bahn kollektiv* public_transport
parking: parker* parking* parkplatz* parkplass*
payment: betal* payment* pay paying bezahl* zahlung* zahlen overforing* uberweis* transfer betalingsmat* betalingsmetod*
cash: kontant* kontanter cash bargeld bar_bezahlen bar_zahlen in_bar sedler
card: kort bankkort kredittkort* kreditkort* credit_card debit_card bankaxept visa mastercard kartenzahlung ec-karte
abroad: utland* udland* utlandet utenland* utlandsk* udenlandsk* abroad overseas foreign* ausland* ins_ausland another_country sweden sverige danmark denmark tyskland germany deutschland export* eksport* utforsel* ausfuhr* bor_i_sverige
rust: rust* corros* korros* understell* underbehandl* hulrom* undervogn* unterboden* hohlraum*
paint: lakk* lack* lak paint* kerami* ceramic* coating polish* poler* forsegl* versiegel*
cleaning: rens* rengjor* rengor* vask* vaske tvatt* clean* cleaning reinig* aufbereit* innvendig detailing klargjor*
smell: lukt* lukter roykt* royk* roker rok smok* smoke smell* odour geruch* rauch* roken
animals: hund* hunden dyr kaeledyr* husdjur* husdyr* pet pets dog dogs haustier* katt
dispose: kasse* vrak* vrakpant* skrot* scrap* verschrott*
subscription_plan: serviceavtal* serviceaftal* service_plan service_agreement wartungsvertrag* servicepakk*
terminate: oppsig* si_opp uppsag* sige_op opsig* terminate termination kundig* bindingstid* bindning*
discount: rabatt* rabat discount* nachlass* prutt* avslag*
price: pris prisen koster kostar kosta cost costs kosten preis* price* pricing kostnad* hva_tar_dere
opening: apningstid* oppettid* abningstid* opening_hours opening offnungszeit* apent oppet abent
people: ansatte medarbeider* staff mitarbeiter* selgere personal
campaign: kampanj* kampagn* campaign* offer angebot* tilbud
electric: elbil* elbiler* elbilar* electric ev evs elektroauto* e-auto
used: brukt* bruktbil* begagnad* brugt* brugte used second-hand gebraucht* gebrauchtwagen*
included: inklud* inklus* folger_med folger_det folge_med foljer_med medfolger* ingar included includes enthalten dabei med_pa_kjopet med_i_prisen i_tillegg extra_charge come_with comes_with
new: nybil* nye_biler new_car* neuwagen* nya_bilar
documents: vognkort* regbevis* registreringsbevis* v5c fahrzeugbrief* fahrzeugschein* papirene
`;

/** One way to say a concept: words in a row, the last of which may have any ending. */
interface Wording {
  words: readonly string[];
  open: boolean;
  concept: string;
}

interface Lexicon {
  exact: ReadonlyMap<string, readonly string[]>;
  prefixes: ReadonlyMap<string, readonly string[]>;
  phrases: ReadonlyMap<string, readonly Wording[]>;
}

const shortestPrefix = 3;

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compile(): Lexicon {
  const exact = new Map<string, string[]>();
  const prefixes = new Map<string, string[]>();
  const phrases = new Map<string, Wording[]>();
  for (const line of lexicon.trim().split('\n')) {
    const [concept = '', list = ''] = line.split(': ');
    for (const wording of list.split(' ')) {
      const open = wording.endsWith('*');
      const words = wording.replace('*', '').split(/[_-]/);
      const [first = ''] = words;
      if (words.length > 1) add(phrases, first, { words, open, concept });
      else add(open ? prefixes : exact, first, concept);
    }
  }
  return { exact, prefixes, phrases };
}

const { exact, prefixes, phrases } = compile();

/** The concepts one folded word stands for; most words stand for none. */
export function conceptsOfWord(word: string): readonly string[] {
  const found = [...(exact.get(word) ?? [])];
  for (let length = word.length; length >= shortestPrefix; length -= 1) {
    const open = prefixes.get(word.slice(0, length));
    if (open !== undefined) {
      found.push(...open);
      break;
    }
  }
  return found;
}

function fits({ words, open }: Wording, at: number, text: readonly string[]): boolean {
  return words.every((word, index) => {
    const said = text[at + index] ?? '';
    const isLast = index === words.length - 1;
    return said === word || (isLast && (said === `${word}s` || (open && said.startsWith(word))));
  });
}

/** Concepts that several folded words in a row stand for, with the place and the number of the words. */
export function conceptsOfPhrases(words: readonly string[]): { at: number; length: number; concept: string }[] {
  return words.flatMap((word, at) =>
    (phrases.get(word) ?? [])
      .filter((wording) => fits(wording, at, words))
      .map(({ words: said, concept }) => ({ at, length: said.length, concept })),
  );
}

/** Whether a word, or how it begins, is one that a compound may be made of. */
export function isLexiconWord(word: string): boolean {
  return word.length >= shortestPrefix && (exact.has(word) || prefixes.has(word));
}

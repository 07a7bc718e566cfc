import { createPhraseMatcher, type PhraseMatcher } from '../text/create-phrase-matcher.ts';
import { foldText } from '../text/fold-text.ts';
import type { Escalation } from '../types.ts';
import { neighbourEscalations } from './neighbour-lexicon.ts';

const phrases: Readonly<Record<Escalation, string>> = {
  legal: `
    advokat* | forbrukertilsyn* | forbrukerråd* | forbrukerklageutvalg* | forliksråd* | tingrett* | rettssak* |
    rettslig* | saksøk* | søksmål* | anmeld* | juridisk* | inkassovarsel | forbrukerkjøpsloven | kjøpsloven |
    lawyer* | solicitor* | attorney* | legal action | legally | sue | sueing | suing | small claims | court |
    trading standards | ombudsman* | konsumentverket | allmänna reklamationsnämnden | forbrugerklagenævn* |
    anwalt* | gewährleistung* | rechtsanwalt*
  `,
  complaint: `
    klage | klager | klagar | klaging | reklamer* | reklamasjon | reklamasjonen | reklamasjonssak* |
    heve (kjøpet|handelen|kjøp) | heving* | pengene tilbake | misfornøyd* | skuffet | skuffa | lurt (meg|oss|av) |
    blitt lurt | elendig (service|oppfølging|behandling) |
    (dårlig|dårleg) (service|oppfølging|behandling|kundeservice) | uakseptabel* | uholdbar* | ingen svarer |
    får ikke svar | gidder (dere|du) (å )?svare | (spurt|skrevet|ringt|mailet) # ganger | venter fortsatt på svar |
    hører ingenting | asked # times | still waiting for (a|an) (reply|answer) | skjult* feil | feil på bilen (jeg|vi|dere) | mangelfull* | bilen (jeg|vi|eg) kjøpte |
    complain* | complaint* | refund | money back | faulty | unacceptable | terrible service | awful service |
    disappointed | disgusted | misled | ripped off | nobody (answers|replies|called) | the car i bought |
    reklamation* | missnöjd* | utilfreds* | beschwer* | mangel an |
    feil (på|ved|med) (bilen|motoren|girkassen) … (kjøpte|etter) | (bilen|den) … (røk|ødelagt|i stykker) etter | vil ha pengene | krever at dere | krav om (retting|utbedring|heving) |
    money refunded | want my money | still (no|havent|waiting) … (reply|answer|response|heard) | broke down after
  `,
  finance_advice: `
    betalingsanmerk* | inkasso | gjeldsbrev | kredittsjekk* | kredittvurder* |
    får (jeg|vi|eg) (lån|innvilget|godkjent) | kan jeg få (bil)?lån |
    få (lån|lånet|finansiering) (godkjent|innvilget) | har (jeg|vi) råd | hvilken rente | hva er renten |
    hva blir renten | effektiv rente | uten egenkapital | null egenkapital | refinansier* | gjeld | bad credit |
    credit (check|score|rating|history) | will i (get|be) (approved|accepted|a loan) | be approved |
    get approved | interest rate | apr | can i afford | no deposit | in debt | betalningsanmärkning* | schufa |
    bonität*
  `,
  price_negotiation: `
    siste pris | sistepris | beste pris | bestepris | lavest* pris | laveste (dere|du|pris) |
    hva er (det )?laveste | prut* | forhandl* (om |på )?(pris|prisen) | rabatt* | prisavslag | avslag |
    gå ned (i|på) pris* | ned i pris | noe å gå på | gå på prisen | gjøre noe med prisen | tar (dere|du) # |
    gir (dere|deg) # | jeg (gir|byr|kan gi|tilbyr) # | bud på | best price | lowest (price|you) | final price |
    discount* | negotia* | knock (something|anything|a bit)? ?off | money off | would you (take|accept) |
    will you (take|accept) | can (you|u|ya) do (it for|any better|#*) | # ?(k |kr )?cash | room (on|for) (the )?price | cheaper |
    bästa pris* | bedste pris | rabat | nedslag | letzter preis | verhandel* | rabatt |
    billigere | (gjøre|få til) noe (med|på) prisen | hva kan dere gjøre (med|på) | (siste|beste) bud | (går|gå) (dere )?ned | avslag* | kontantpris | (rom|slingringsmonn|noe å hente) (for|på) pris* |
    best (deal|offer|you can do) | cash (price|offer) | any (movement|wiggle room|flexibility) | take # | drop the price | deal on
  `,
  safety: `
    brems* (svikt*|virker ikke|sluttet|tok ikke|feil*) | (tok|tatt) fyr | brant | brenner | røyk (fra|i) |
    airbag* (løste|utløst|virker ikke|lyser) | livsfarlig | farlig bil | tilbakekall* | trafikkfarlig | krasjet |
    kræsjet | (hatt|hadde) en ulykke | brake* (fail*|failed|not working|stopped) | caught fire | on fire |
    smoke (from|coming) | recall* | unsafe | dangerous | crashed | had an accident | återkallad* | tilbagekaldt*
  `,
  gdpr: `
    gdpr | personvern* | personopplysning* | slett* (meg|mine|alle|all|opplysning*|data|informasjon*) | innsyn i |
    innsynsbegjæring | hvilke opplysninger | fjern (meg|mine) | right to (be forgotten|erasure) |
    (delete|remove|erase) (my|all|me)( my)?( personal)? ?(data|information|details) | personal data |
    data protection | subject access | dsgvo | datenschutz* | personuppgift* | persondata | radera mina
  `,
  human_requested: `
    (snakke|prate|snakka|prata|chatte|få tak i|kontakt) (med |til )?(et|ett|en|ei|eit)? ?(menneske|ekte person|ordentlig person|person|levende|ansatt|selger|selgar|seljar|selgeren|sjef*|noen som|kundebehandler|rådgiver) |
    ekte menneske* | ordentlig menneske | ikke (en )?(robot|bot|ki|ai) | er (du|dette) (en )?(robot|bot|ki|ai) |
    vil ikke snakke med (en )?(robot|bot|maskin*) | be (en )?selger* (om å )?(ringe|kontakte) |
    selger* (kan )?(ringe|ta kontakt|kontakte) |
    (speak|talk|chat) (to|with) (a |an |the |your )?(human|person|real|someone|somebody|salesperson|salesman|sales|member|manager|agent|rep|representative) |
    real (person|human) | actual (person|human) | are you a (robot|bot|ai) | not a (robot|bot) | människa |
    prata med en | menneske | tale med en | echten menschen | mit einem (menschen|mitarbeiter|verkäufer) |
    (noen|er det) (mennesker|folk) (å snakke med|der) | koble meg (til|over) | ekte folk | real people | put me through
  `,
  abuse: `
    idiot* | drittsekk* | kjeltring* | svindler* | bedragere | kødder dere | hold kjeft | dra til (helvete|h) |
    ræv*hull | rasshøl | jævla (idioter|svindlere|udugelige|løgnere|bilforhandlere) | faen ta | fuck (you|off) |
    fuckers | assholes? | scammers? | crooks | thieves | morons? | liars | piece of shit | bastards? | arschl*
  `,
};

const matchers = Object.entries(phrases).map(([escalation, list]): [Escalation, PhraseMatcher] => [
  escalation as Escalation,
  createPhraseMatcher(`${list} | ${neighbourEscalations[escalation as Escalation]}`),
]);

/** One-word answers to "Svar «selger»" and its kin. */
const oneWordForHuman =
  /^[\s"'«»“”.!]*(?:selger|seljar|selgar|menneske|human|person|agent|saljare|saelger|verkaufer|mensch)[\s"'«»“”.!]*$/;
const warrantyQuestion = /reklamasjonsrett|reklamasjonstid/g;
const historyQuestion =
  /(?:vaert|vart|been) (?:(?:med )?i|in|involved in) (?:en |noen |noe |an |any )?(?:ulykke\w*|accidents?|krasj\w*|kollisjon\w*)/g;
const lawfulQuestion = /\blegally (?:required|allowed)\b/g;

/** Why a person should take over, from a customer's words; empty when nothing asks for it. */
export function detectEscalations(text: string): Escalation[] {
  const folded = foldText(text)
    .replace(warrantyQuestion, ' ')
    .replace(historyQuestion, ' ')
    .replace(lawfulQuestion, ' ');
  const found = matchers.filter(([, matches]) => matches(folded).length > 0).map(([escalation]) => escalation);
  if (oneWordForHuman.test(folded) && !found.includes('human_requested')) found.push('human_requested');
  return found;
}

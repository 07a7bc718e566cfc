/** Things asked or said that no intent tells apart, by how they look in folded text. */
export const questionPatterns = {
  /** The opening hours themselves, not only the way there. */
  asksWhen:
    /apn|abning|oppettid|apent|open|steng|stang(?:er|t|s)\b|clos|ope\b|oppe\b|nar (?:er|har)|hvornar|when|what time|oppet|abent|abner|lukk|geoffnet|offnungs|\bwann\b|schliess/,
  address:
    /\badress|hvor (?:holder|ligger|finner|finder|er) (?:jeg )?(?:dere|dykk|i\b)|hvor (?:finner|finder) (?:jeg|vi|eg)|hvor (?:holder|ligger)|kor (?:held|ligg|er) de|var (?:ligger|finns|hittar|haller) |where are you|where do i find|located|address|anschrift|wo (?:finde|sind sie|liegt|befind)/,
  holiday:
    /romjul|\bjul(?:en|a|aften|afton|dag)?\b|paske|\bpask\b|nyttar|nyar|pinse|pingst|17\.? ?mai|forste mai|helligdag|helgdag|rod[e]? dag|roda dag|hoytid|midsommar|christmas|easter|new year|public holiday|bank holiday|weihnacht|ostern|pfingst|feiertag|silvester|neujahr/,
  driving: /kjor|kjoyr|tur\b|test|drive|spin|provkor|probe|prove ?k|\bkora\b|\bkore\b|fahren|\bprova\b|\bprove\b/,
  callBack:
    /\b(?:ring(?:e|er|a)? (?:upp |til )?(?:meg|mae|mig)|(?:bli|vil) (?:opp)?ringt|bli oppringt|call me|give me a call|phone me|call back|blive ringet op|bli uppringd|rufen sie (?:mich|uns)|ruckruf|zuruckrufen)/,
  reservation:
    /reserver|reservier|hold\w* (?:av )?(?:den|bilen)|holde? av|sette? (?:den|bilen) av|sette? av (?:den|bilen)|hold (?:it|the car)|reserve|put (?:it|the car) aside|hall\w* (?:den|bilen)|stall\w* undan|laeg\w* (?:den|bilen) til side|zurucklegen|zuruckhalten|zuruckstellen/,
  purchase:
    /\bkjop(?:e|er|t)\b(?! dere)|\bkop(?:a|er)\b(?! ni)|\bkob(?:e|er)\b(?! i\b)|sla(?:r)? til|vil ha (?:den|bilen)|(?:tar|tager) (?:den|bilen)\b|\bbuy\b|i(?: wi|')?ll take it|purchase|\bkaufen\b|nehme (?:ihn|den)/,
  pictures: /\bbilder|\bbilleder|pictures|photos|\bfotos?\b|\bpics\b|video\b/,
  mileage:
    /kilometer(?:stand|tal|en)?|\bkm\b|(?:hvor )?(?:langt|mye|meget) (?:har )?(?:den |bilen )?(?:gatt|kjort|kort)|km[ -]?stand|mileage|how (?:many|far).{0,16}(?:km|kilomet|miles|driven)|miltal|hur langt|hur manga mil|matarstallning|laufleistung|gelaufen|hvor langt har/,
  year: /arsmodell|modellar|(?:hvilket|vilket) ar\b|hvilken argang|\bargang|registrert forste|what year|model year|how old|baujahr|welches (?:bau|modell)?jahr|wie alt/,
  fuel: /drivstoff|drivmed|drivmid|(?:bensin|diesel|elbil|benzin) (?:eller|oder|or)|fuel type|petrol or|is it (?:a )?(?:hybrid|electric|diesel|petrol)|(?:er|ar) (?:det|den|bilen) (?:en )?(?:ladbar |ladd)?(?:hybrid|elbil|elektrisk|diesel|bensin|benzin)|hybrid\?|kraftstoff|ist (?:er|es|das) ein (?:hybrid|diesel|benziner|elektro)/,
  colour:
    /\bfarge|\bfarg(?:en)?\b|what colou?r|which colou?r|\bfarve|\bfarbe|(?:\bi|in|er den|ar den|finnes den|fins den|finns den|findes den) (?:svart|hvit|gra|bla|rod|gronn|solv|vit|gron|hvid|sort|black|white|gr[ae]y|blue|red|green|silver)\b/,
} as const;

/** A sentence that asks, with or without a question mark. */
export const asksSomething =
  /\?|(?:^|[.!\n]\s*|\b(?:hei|hej|hejsan|hallo|heisann|hi|hello|guten tag|moin)[,. !]+)(?:hva|hvor|hvordan|hvilke[nt]?|hvem|hvorfor|nar|kan|er|har|far|gar|tar|ma|finnes|fins|skal|hvad|hvornar|findes|kunne|hur|vad|var|vilke[nt]|vilka|nar|finns|ar|skulle|what|how|which|who|why|when|can|could|is|are|do|does|has|have|would|will|wie|was|wann|wo|welche\w*|ist|sind|hat|haben|kann|konnen|konnte|gibt|wurde)\b/;

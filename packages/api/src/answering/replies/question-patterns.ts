/** Things asked or said that no intent tells apart, by how they look in folded text. */
export const questionPatterns = {
  /** The opening hours themselves, not only the way there. */
  asksWhen: /apn|apent|open|steng|clos|ope\b|oppe\b|nar (?:er|har)|when|what time|oppet|abent|geoffnet/,
  address: /\badresse|hvor (?:holder|ligger|finner|er dere)|where are you|located|address/,
  holiday:
    /romjul|\bjul(?:en|a|aften)?\b|paske|nyttar|pinse|17\.? ?mai|forste mai|helligdag|rod[e]? dag|hoytid|christmas|easter|new year|public holiday|bank holiday/,
  driving: /kjor|kjoyr|tur\b|test|drive|spin|provkor|probe/,
  callBack:
    /\b(?:ring(?:e|er)? (?:meg|mae|mig)|(?:bli|vil) (?:opp)?ringt|bli oppringt|call me|give me a call|phone me|call back)/,
  reservation:
    /reserver|hold\w* (?:av )?(?:den|bilen)|holde? av|sette? (?:den|bilen) av|sette? av (?:den|bilen)|hold (?:it|the car)|reserve|put (?:it|the car) aside/,
  purchase:
    /\bkjop(?:e|er|t)\b(?! dere)|sla til|vil ha (?:den|bilen)|tar (?:den|bilen)\b|\bbuy\b|i(?: wi|')?ll take it|purchase|\bkopa\b|\bkobe\b|\bkaufen\b/,
  pictures: /bilder|pictures|photos|\bpics\b|video\b/,
  mileage:
    /kilometer(?:stand|en)?|\bkm\b|(?:hvor )?(?:langt|mye) (?:har )?(?:den |bilen )?(?:gatt|kjort)|km[ -]?stand|mileage|how (?:many|far).{0,12}(?:km|kilomet|miles|driven)|miltal/,
  year: /arsmodell|hvilket ar|hvilken argang|registrert forste|what year|model year|how old/,
  fuel: /drivstoff|bensin eller|diesel eller|elbil eller|fuel type|petrol or|is it (?:a )?(?:hybrid|electric|diesel|petrol)|hybrid\?/,
  colour:
    /\bfarge|what colou?r|which colou?r|\bfarve|(?:\bi|in|er den|finnes den|fins den) (?:svart|hvit|gra|bla|rod|gronn|solv|black|white|gr[ae]y|blue|red|green|silver)/,
} as const;

/** A sentence that asks, with or without a question mark. */
export const asksSomething =
  /\?|(?:^|[.!\n]\s*|\b(?:hei|hallo|heisann|hi|hello)[,. !]+)(?:hva|hvor|hvordan|hvilke[nt]?|hvem|hvorfor|nar|kan|er|har|far|gar|tar|ma|finnes|fins|skal|what|how|which|who|why|when|can|could|is|are|do|does|has|have|would|will)\b/;

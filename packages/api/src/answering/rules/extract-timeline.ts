const timeline =
  /(?<![\p{L}])(?:i dag|i kveld|i morgen|imorgen|i helgen|til helga|denne uken?|neste (?:uke|måned|år)|på (?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)|(?:før|til|etter) (?:jul|påske|sommeren|våren|høsten|ferien)|(?:innen|om) (?:en|et par|\d+) (?:dager|uker?|måned(?:er)?)|så fort som mulig|today|tomorrow|this (?:week|weekend|month)|next (?:week|weekend|month|year)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:with)?in (?:a|a few|\d+) (?:days?|weeks?|months?)|as soon as possible|asap)(?![\p{L}])/iu;

/** When the customer wants to act, in their own words. */
export function extractTimeline(text: string): string | null {
  return timeline.exec(text)?.[0].toLowerCase() ?? null;
}

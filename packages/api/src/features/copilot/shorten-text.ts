import { splitSentences } from '../../answering/text/split-sentences.ts';

const KEPT_SHARE = 0.6;
const formality =
  /^(?:hei|hej|hallo|god dag|goddag|kjære|dear|hi|hello|guten|mvh|med vennlig|vennlig|hilsen|hälsningar|venlig|regards|best|kind|mit freundlichen|takk for|thanks for|thank you for|tack för|tak for|danke für)\b/i;
const filler =
  /\b(?:ikke nøl|bare å ta kontakt|ta gjerne kontakt|håper (?:du|dette)|ønsker deg|ha en fin|feel free|don't hesitate|do not hesitate|hope (?:this|you)|have a (?:nice|great)|tveka inte|hör gärna|tøv ikke|zögern sie nicht)\b/i;

interface Part {
  text: string;
  paragraph: number;
  weight: number;
}

function weightOf(sentence: string, first: boolean): number {
  if (filler.test(sentence)) return -2;
  if (formality.test(sentence) && !/[\d?]/.test(sentence)) return -1;
  const worth = [/\d/, /\?/, /https?:|www\.|@/].filter((pattern) => pattern.test(sentence)).length;
  return worth * 2 + (first ? 1 : 0);
}

function partsOf(text: string): Part[] {
  let first = true;
  return text.split(/\n{2,}/).flatMap((paragraph, index) => {
    const whole = paragraph.trim();
    // A greeting and a signature are no sentences: they stay as they are.
    if (whole.length < 60 && (formality.test(whole) || whole.endsWith(',')))
      return [{ text: whole, paragraph: index, weight: 99 }];
    return splitSentences(whole).map((sentence) => {
      const weight = weightOf(sentence, first);
      first = false;
      return { text: sentence, paragraph: index, weight };
    });
  });
}

/**
 * Leaves out whole sentences, the emptiest first, until about 60 % is left; what has a figure, a question or an address
 * goes last. No word is changed. The text itself comes back where nothing can be spared.
 */
export function shortenText(text: string): string {
  const parts = partsOf(text.trim());
  const target = text.length * KEPT_SHARE;
  let length = parts.reduce((sum, part) => sum + part.text.length, 0);
  const sentences = parts.filter(({ weight }) => weight < 99);
  // Of equal sentences the later one goes: people say first what matters.
  const expendable = sentences.toReversed().sort((one, other) => one.weight - other.weight);
  const left = new Set(parts);
  for (const part of expendable.slice(0, -1)) {
    if (length <= target && part.weight > -2) break;
    left.delete(part);
    length -= part.text.length;
  }
  const paragraphs = new Map<number, string[]>();
  for (const { paragraph, text: kept } of parts.filter((part) => left.has(part)))
    paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), kept]);
  return [...paragraphs.values()].map((group) => group.join(' ')).join('\n\n');
}

import { Parser } from 'htmlparser2';

/** An element with what is in it; names in lower case. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
}

const MAX_DEPTH = 50;
const MAX_ELEMENTS = 20_000;

/** Thrown for what nobody's tolerance should take: nested or long beyond any lead. */
export class XmlTooComplex extends Error {
  constructor() {
    super('the XML is nested too deeply or has too many elements');
    this.name = 'XmlTooComplex';
  }
}

function element(name: string, attributes: Record<string, string>): XmlElement {
  return { name, attributes: Object.assign(Object.create(null), attributes), children: [], text: '' };
}

/**
 * Reads XML as it comes: unclosed elements are closed, tags of any case are taken, what stands before and after is
 * skipped. A DOCTYPE is not looked at and no entity but XML's own five is known, so none can be expanded.
 * @throws XmlTooComplex past 50 levels or 20,000 elements
 */
export function parseXml(source: string): XmlElement {
  const root = element('', {});
  const open: XmlElement[] = [root];
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        count += 1;
        if (open.length > MAX_DEPTH || count > MAX_ELEMENTS) throw new XmlTooComplex();
        const opened = element(name, attributes);
        open.at(-1)?.children.push(opened);
        open.push(opened);
      },
      ontext(text) {
        const inside = open.at(-1);
        if (inside) inside.text += text;
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(source);
  return root;
}

/** The first element of a name at any depth, in the order of the document. */
export function findElement(inside: XmlElement, name: string): XmlElement | null {
  for (const child of inside.children) {
    if (child.name === name) return child;
    const deeper = findElement(child, name);
    if (deeper) return deeper;
  }
  return null;
}

/** All elements of a name directly inside another. */
export function childrenOf(inside: XmlElement | null | undefined, name: string): XmlElement[] {
  return inside?.children.filter((child) => child.name === name) ?? [];
}

/** The text of an element and everything in it, blanks collapsed; `<br>` is a new line. */
export function fullText(of: XmlElement): string {
  const inner = of.children.map((child) => (child.name === 'br' ? '\n' : fullText(child)));
  return [of.text, ...inner]
    .join(' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

// What draws the views. They are written as Lit's templates, with Lit's types, and the build puts this in the place of
// `lit/html.js`: it knows what they use of it, and needs no parser, since the build marks where their values go.

/** Puts a value where one value of a template goes. */
type Part = (value: unknown) => void;

/** A template with its values; a function, since nothing that came as JSON can pass for one and be taken as HTML. */
type Template = (draw: (strings: TemplateStringsArray, values: readonly unknown[]) => void) => void;

/** What `render` draws: the text of a template and what goes into it. */
export const html =
  (strings: TemplateStringsArray, ...values: unknown[]): Template =>
  (draw) =>
    draw(strings, values);

/** Leaves an attribute out, and a place empty. */
export const nothing = undefined;

const asItIs: HtmlPolicy = { createHTML: (text) => text };
// Under the name that Lit has, which is what sites allow.
const policy = window.trustedTypes?.createPolicy('lit-html', asItIs) ?? asItIs;

const elementsAndComments = 129;
const parsed = new WeakMap<TemplateStringsArray, DocumentFragment>();
const drawn = new WeakMap<Node, Part>();

function attributePart(element: Element, kind: string | undefined, name: string): Part {
  let current: unknown;
  return (value) => {
    const before = current;
    if (value === before) return;
    current = value;
    if (kind === '.') Reflect.set(element, name, value);
    else if (kind === '@') before ?? element.addEventListener(name, (event) => (current as EventListener)(event));
    else if (kind === '?') element.toggleAttribute(name, !!value);
    else if (value == null) element.removeAttribute(name);
    else element.setAttribute(name, value as string);
  };
}

/** Takes out what is between two nodes; all that comes after the first where the second is missing, or was taken away. */
function empty(start: ChildNode, end: ChildNode | null): void {
  let next = start.nextSibling;
  while (next && next !== end) {
    next.remove();
    next = start.nextSibling;
  }
}

/** The items of a list, one after the other; each ends where the next begins. */
function listPart(start: ChildNode, end: ChildNode | null): (values: readonly unknown[]) => void {
  const items: [Part, last: ChildNode][] = [];
  const last = (): ChildNode => items.at(-1)?.[1] ?? start;
  return (values) => {
    if (values.length < items.length) {
      items.length = values.length;
      empty(last(), end);
    }
    values.forEach((value, index) => {
      if (index === items.length) {
        const before = last();
        const next = new Text();
        before.after(next);
        items.push([childPart(before, next), next]);
      }
      items[index]?.[0](value);
    });
  };
}

/** What comes after a node and, where there is another, before that: a text, a template or a list of those. */
function childPart(start: ChildNode, end: ChildNode | null): Part {
  /** What is there now: a text, the strings of a template, or what sets a list. */
  let current: unknown = '';
  let parts: Part[] = [];
  let list: Part | undefined;

  const replace = (next: unknown, by: string | Node): void => {
    empty(start, end);
    start.after(by);
    current = next;
  };
  const draw = (strings: TemplateStringsArray, values: readonly unknown[]): void => {
    if (strings !== current) {
      parts = [];
      replace(strings, copyOf(strings, parts));
    }
    for (const [index, set] of parts.entries()) set(values[index]);
  };

  return (value) => {
    if (Array.isArray(value)) {
      if (!list || current !== list) {
        list = listPart(start, end) as Part;
        replace(list, '');
      }
      list(value);
    } else if (typeof value === 'function') value(draw);
    else if ((value ?? '') !== current) replace(value ?? '', (value ?? '') as string);
  };
}

/** A copy of a template for the page; `parts` are given its places, in the order of its values. */
function copyOf(strings: TemplateStringsArray, parts: Part[]): DocumentFragment {
  let original = parsed.get(strings);
  if (!original) {
    const template = document.createElement('template');
    template.innerHTML = policy.createHTML(strings.join(''));
    original = template.content;
    parsed.set(strings, original);
  }
  const copy = document.importNode(original, true);
  const walker = document.createTreeWalker(copy, elementsAndComments);
  while (walker.nextNode()) {
    const node = walker.currentNode as Element | Comment;
    if (node instanceof Comment) {
      // What ends with a value ends there too, wherever it is put.
      const end = new Text();
      node.after(end);
      parts.push(childPart(node, end));
    } else {
      for (const attribute of node.getAttributeNames()) {
        const [, kind, name] = /^([.?@]?)(.+)\$$/.exec(attribute) ?? [];
        if (!name) continue;
        node.removeAttribute(attribute);
        parts.push(attributePart(node, kind, name));
      }
    }
  }
  return copy;
}

/** Draws at the end of a container; what is drawn there already stays, and only its values change. */
export function render(value: unknown, container: HTMLElement | DocumentFragment): void {
  let part = drawn.get(container);
  if (!part) {
    part = childPart(container.appendChild(new Text()), null);
    drawn.set(container, part);
  }
  part(value);
}

import { html, nothing, render } from '../src/render.ts';

/** What the tests of the renderer do in a page; bundled for it as the widget is. */

const words = (value: unknown) => html`<b>${value}</b>${value}`;
const page = (before: unknown, after: unknown) => html`<p>${before}</p>${words(before)}<i>${after}</i>${after}`;

function draw(...values: unknown[]): { root: HTMLElement; seen: string[] } {
  const root = document.body.appendChild(document.createElement('div'));
  const seen = values.map((value) => {
    render(value, root);
    return root.innerHTML.replace(/<!--.*?-->/g, '');
  });
  return { root, seen };
}

const hostile = '<img src=x onerror="window.isHacked = true">';

/** What comes as text, or as JSON in the shape of a template, drawn as a child and as an attribute. */
export function drawHostile(): string[] {
  const forged: unknown = JSON.parse('{"strings":["<b>x</b>"],"values":[],"_$litType$":1}');
  return draw(html`<p title=${hostile}>${hostile}</p>`, html`<p>${forged}</p>`, forged).seen;
}

/** A template that ends with a value, in the middle of another: its end is no end of what is around it. */
export function drawAtTheEnd(): string[] {
  return draw(page('a', 'b'), page(nothing, 'b'), page(html`<u>c</u>`, 'b'), page(['d', 'e'], nothing), page('', 'b'))
    .seen;
}

/** Lists that grow and shrink, in a list and beside a text. */
export function drawLists(): string[] {
  const list = (...rows: string[][]) => html`${rows.map((row) => html`<li>${row}</li>`)}<hr>${rows.length}`;
  return draw(list(['a'], ['b', 'c']), list(['a', 'x']), list(), list([], ['d'])).seen;
}

/** One place with another kind of value each time. */
export function drawChanging(): string[] {
  const at = (value: unknown) => html`(${value})`;
  const shape = (name: string) => html`<u>${name}</u>`;
  return draw(
    at('text'),
    at(shape('one')),
    at(['a', shape('b')]),
    at(nothing),
    at(['c']),
    at(0),
    at(shape('two')),
    at(null),
  ).seen;
}

/** Whether what stays the same is left alone: the element, what was typed in it, and that there is one listener. */
export function drawAgain(): { sameInput: boolean; typed: string; sameItem: boolean; heard: string[] } {
  const heard: string[] = [];
  const view = (items: string[], name: string) =>
    html`<input .value=${'given'} @click=${() => heard.push(name)} /><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const { root } = draw(view(['a', 'b'], 'first'));
  const [input, item] = [root.querySelector('input') as HTMLInputElement, root.querySelector('li')];
  input.value = 'typed';
  render(view(['a', 'b', 'c'], 'second'), root);
  input.click();
  return {
    sameInput: input === root.querySelector('input'),
    typed: input.value,
    sameItem: item === root.querySelector('li'),
    heard,
  };
}

/** Attributes, with a value and without. */
export function drawAttributes(): string[] {
  const view = (text: unknown, is: unknown) => html`<p class="a" title=${text} ?hidden=${is} id="b">${text}</p>`;
  return draw(view('t', true), view(nothing, 0), view('', 1), view(7, nothing)).seen;
}

/** A place whose end was taken away, as scripts of the page do that tidy up its texts: what is drawn there goes on. */
export function drawTidied(): string {
  const at = (value: unknown) => html`<p>${value}</p>`;
  const { root } = draw(at(html`<b>one</b>`));
  root.normalize();
  render(at('two'), root);
  return root.innerText;
}

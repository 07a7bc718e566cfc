// Prepares the templates: no white space that nobody sees, and marks where values go, so that `src/render.ts` needs no parser.

/** Every template in a tree, an outer one before those in its values. */
function* templatesIn(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'TaggedTemplateExpression' && node.tag.name === 'html') yield node.quasi;
  for (const child of Object.values(node)) yield* templatesIn(child);
}

/** Line breaks and indentation beside a tag or a value go; a space between words, or between attributes, is one. */
function tighten(text) {
  return text
    .replace(/(^|>)\s*\n\s*(?=<|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/?>/g, '>')
    .replace(/="([\w-]+)"(?=[ >])/g, '=$1');
}

/** The static strings of one template: `name$` for an attribute, `<?>` for what stands between tags. */
function mark(strings) {
  const marked = [...strings];
  let isInTag = false;
  for (const [index, text] of strings.slice(0, -1).entries()) {
    for (const [sign] of text.replace(/="[^"]*"/g, '').matchAll(/[<>]/g)) isInTag = sign === '<';
    if (!isInTag) marked[index] += '<?>';
    else if (text.endsWith('=') && /^[ >]/.test(strings[index + 1])) marked[index] = text.replace(/=$/, '$$');
    else throw new Error(`A value is the whole of an attribute, without quotes: ${text}`);
  }
  return marked;
}

/** Rewrites the templates of our own modules; comes after what makes JavaScript of them. */
export const markTemplates = () => ({
  name: 'mark-templates',
  transform(code, id) {
    if (id.includes('node_modules') || !code.includes('html`')) return null;
    const changes = [...templatesIn(this.parse(code))].flatMap(({ quasis }) => {
      const marked = mark(quasis.map(({ value }) => tighten(value.raw)));
      return quasis.map(({ start, end }, index) => ({ start, end, text: marked[index] }));
    });
    let changed = code;
    for (const { start, end, text } of changes.sort((a, b) => b.start - a.start)) {
      changed = changed.slice(0, start) + text + changed.slice(end);
    }
    return { code: changed, map: null };
  },
});

// Lit's renderer with only what the templates of the widget use: how values get into the page stays as Lit has it.
/**
 * What stands in the place of Lit's declarations (`name`) and members of classes (`Class.name`). Gone are the parser of
 * templates (the build marks their places, see mark-templates.mjs), directives, bindings of elements, comments and raw
 * text, listeners that are taken off again, and what tells async directives of a part that it was taken out.
 */
const replacements = {
  // What it does at once: notes of its version, and support of polyfills.
  '': '',
  wrap: '',
  noopSanitizer: '',
  setSanitizer: '',
  createSanitizer: '',
  _testOnlyClearSanitizerFactoryDoNotCallOrElse: '',
  sanitizerFactoryInternal: '',
  marker: "const marker = '{}';",
  markerMatch: '',
  nodeMarker: '',
  rawTextElement: '',
  // Asked of what a part shows only, which is never null.
  isPrimitive: `const isPrimitive = (value) => typeof value != 'object';`,
  isIterable: '',
  tag: `const tag = () => (strings, ...values) => ({ _$litType$: true, strings, values });`,
  svg: '',
  mathml: '',
  noChange: '',
  trustFromTemplateString: `const trusted = (text) => policy?.createHTML(text) ?? text;`,
  getTemplateHtml: '',
  resolveDirective: '',
  _$LH: '',
  polyfillSupport: '',
  render: `const render = (value, container) => {
    container._$litPart$ ??= new ChildPart(container.appendChild(createMarker()), null);
    container._$litPart$._$setValue(value);
  };`,
  ElementPart: '',

  'Template.constructor': `constructor({ strings }) {
    this.parts = [];
    let node;
    let index = 0;
    this.el = d.createElement('template');
    this.el.innerHTML = trusted(strings.join(marker));
    walker.currentNode = this.el.content;
    while ((node = walker.nextNode())) {
      if (node.data) this.parts.push({ index });
      else
        for (const name of node.getAttributeNames()) {
          const bound = /^([.?@]?)(.+)\\$$/.exec(name);
          if (bound) {
            this.parts.push({
              index,
              name: bound[2],
              strings: node.getAttribute(name).split(marker),
              ctor: { '.': PropertyPart, '?': BooleanAttributePart, '@': EventPart }[bound[1]] ?? AttributePart,
            });
            node.removeAttribute(name);
          }
        }
      index++;
    }
  }`,
  'Template.createElement': '',

  'TemplateInstance.constructor': `constructor(template) {
    this._$parts = [];
    this._$template = template;
  }`,
  'TemplateInstance.parentNode': '',
  'TemplateInstance._$isConnected': '',
  'TemplateInstance._clone': `_clone() {
    const fragment = d.importNode(this._$template.el.content, true);
    let node;
    let reached = -1;
    walker.currentNode = fragment;
    for (const { index, name, strings, ctor } of this._$template.parts) {
      for (; reached < index; reached++) node = walker.nextNode();
      this._$parts.push(ctor ? new ctor(node, name, strings) : new ChildPart(node, node.nextSibling));
    }
    return fragment;
  }`,
  'TemplateInstance._update': `_update(values) {
    let i = 0;
    for (const part of this._$parts)
      part._$setValue(part.strings?.reduce((text, next) => text + values[i++] + next) ?? values[i++]);
  }`,

  'ChildPart._$isConnected': '',
  'ChildPart.constructor': `constructor(startNode, endNode) {
    this._$committedValue = nothing;
    this._$startNode = startNode;
    this._$endNode = endNode;
  }`,
  'ChildPart.parentNode': '',
  'ChildPart.startNode': '',
  'ChildPart.endNode': '',
  'ChildPart._$setValue': `_$setValue(value) {
    if (value === nothing || value == null || value === '') {
      if (this._$committedValue !== nothing) this._$clear();
      this._$committedValue = nothing;
    } else if (isArray(value)) this._commitIterable(value);
    else if (value._$litType$) this._commitTemplateResult(value);
    else if (value !== this._$committedValue) this._commitText(value);
  }`,
  'ChildPart._commitTemplateResult': `_commitTemplateResult(result) {
    const template = this._$getTemplate(result);
    if (this._$committedValue._$template !== template) {
      const instance = new TemplateInstance(template);
      const fragment = instance._clone();
      instance._update(result.values);
      this._commitNode(fragment);
      this._$committedValue = instance;
    } else this._$committedValue._update(result.values);
  }`,
  'ChildPart._commitIterable': `_commitIterable(values) {
    if (!isArray(this._$committedValue)) {
      this._$clear();
      this._$committedValue = [];
    }
    const parts = this._$committedValue;
    values.forEach((value, i) => {
      parts[i] ??= new ChildPart(this._insert(createMarker()), this._insert(createMarker()));
      parts[i]._$setValue(value);
    });
    if (values.length < parts.length) {
      this._$clear(parts[values.length]._$startNode);
      parts.length = values.length;
    }
  }`,
  'ChildPart._$clear': `_$clear(start = this._$startNode.nextSibling) {
    while (start !== this._$endNode) {
      const next = start.nextSibling;
      start.remove();
      start = next;
    }
  }`,
  'ChildPart.setConnected': '',

  'AttributePart.tagName': '',
  'AttributePart._$isConnected': '',
  'AttributePart.constructor': `constructor(element, name, strings) {
    this._$committedValue = nothing;
    this.element = element;
    this.name = name;
    if (strings.length > 2 || strings.join('')) this.strings = strings;
  }`,
  'AttributePart._$setValue': `_$setValue(value) {
    if (value !== this._$committedValue) this._commitValue((this._$committedValue = value));
  }`,
  'PropertyPart.constructor': '',
  'PropertyPart._commitValue': `_commitValue(value) {
    this.element[this.name] = value;
  }`,
  'BooleanAttributePart.constructor': '',
  'BooleanAttributePart._commitValue': `_commitValue(value) {
    this.element.toggleAttribute(this.name, !!value);
  }`,
  'EventPart.constructor': '',
  'EventPart._$setValue': `_$setValue(listener) {
    if (this._$committedValue === nothing) this.element.addEventListener(this.name, this);
    this._$committedValue = listener;
  }`,
  'EventPart.handleEvent': `handleEvent(event) {
    this._$committedValue(event);
  }`,
};

const flags = /const (DEV_MODE|ENABLE_EXTRA_SECURITY_HOOKS|ENABLE_SHADYDOM_NOPATCH) = true/g;

/** Every declaration of a module and every member of its classes: its name with where it stands; `''` for other statements. */
function* named(body) {
  for (const statement of body) {
    const declaration = statement.declaration ?? statement;
    const { start, end } = statement;
    if (/^(Expression|If)Statement$/.test(statement.type)) yield ['', { start, end }];
    if (declaration.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) yield [id.name, { start, end }];
    }
    if (declaration.type === 'FunctionDeclaration') yield [declaration.id.name, { start, end }];
    if (declaration.type !== 'ClassDeclaration') continue;
    const { name } = declaration.id;
    yield [name, { start, end }];
    for (const { key, start, end } of declaration.body.body) yield [`${name}.${key.name}`, { start, end }];
  }
}

/** Cuts Lit's readable source down; throws when something to be replaced is not there any more. */
export const leanLit = () => ({
  name: 'lean-lit',
  transform(source, id) {
    if (!/[\\/]lit-html[\\/]development[\\/]lit-html\.js$/.test(id)) return null;
    let code = source.replace(flags, 'const $1 = false');
    const places = [...named(this.parse(code).body)].reverse();
    const missing = Object.keys(replacements).filter((name) => !places.some(([found]) => found === name));
    if (missing.length) throw new Error(`lit-html has changed, nothing there is called ${missing.join(', ')}`);
    for (const [name, { start, end }] of places) {
      const replacement = replacements[name];
      if (replacement === undefined) continue;
      const isExported = replacement && code.startsWith('export ', start);
      code = code.slice(0, start) + (isExported ? 'export ' : '') + replacement + code.slice(end);
    }
    return { code: code.replace(/\bwrap\(/g, '('), map: null };
  },
});

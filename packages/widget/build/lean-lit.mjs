// Lit's renderer with only what the templates of the widget use: how values get into the page stays as Lit has it.
/**
 * What stands in the place of Lit's declarations (`name`) and members of classes (`Class.name`). Gone are the parser of
 * templates (the build marks their places, see mark-templates.mjs), directives, bindings of elements, comments and raw
 * text, values that are a part of an attribute, listeners that are taken off again, and what tells async directives of
 * a part that it was taken out. A view's `nothing` is as good as what it does not have.
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
  marker: '',
  markerMatch: '',
  nodeMarker: '',
  rawTextElement: '',
  isPrimitive: '',
  isIterable: '',
  tag: `const tag = () => (strings, ...values) => ({ strings, values });`,
  svg: '',
  mathml: '',
  noChange: '',
  nothing: 'const nothing = undefined;',
  trustFromTemplateString: '',
  policy: `const plain = { createHTML: (text) => text };
  const policy = globalThis.trustedTypes?.createPolicy('lit-html', plain) ?? plain;`,
  getTemplateHtml: '',
  resolveDirective: '',
  _$LH: '',
  polyfillSupport: '',
  render: `const render = (value, container) => {
    container._$litPart$ ??= new ChildPart(container.appendChild(createMarker()), null);
    container._$litPart$._$setValue(value);
  };`,
  Template: '',
  AttributePart: `const createAttributePart = (element, [, kind, name]) => {
    let committed;
    return {
      _$setValue(value) {
        const before = committed;
        if (value === before) return;
        committed = value;
        if (kind === '.') element[name] = value;
        else if (kind === '@') before ?? element.addEventListener(name, (event) => committed(event));
        else if (kind === '?') element.toggleAttribute(name, !!value);
        else if (value == null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      },
    };
  };`,
  PropertyPart: '',
  BooleanAttributePart: '',
  EventPart: '',
  ElementPart: '',

  // A template on the page: its parts, in the order of its values.
  TemplateInstance: `const partsOf = (strings) => {
    let template = templateCache.get(strings);
    if (!template) {
      templateCache.set(strings, (template = d.createElement('template')));
      template.innerHTML = policy.createHTML(strings.join(''));
    }
    const fragment = d.importNode(template.content, true);
    const parts = [];
    let node;
    walker.currentNode = fragment;
    while ((node = walker.nextNode())) {
      if (node.data) parts.push(new ChildPart(node, node.nextSibling));
      else
        for (const attribute of node.getAttributeNames()) {
          const bound = /^([.?@]?)(.+)\\$$/.exec(attribute);
          if (bound) {
            node.removeAttribute(attribute);
            parts.push(createAttributePart(node, bound));
          }
        }
    }
    return { strings, _parts: parts, _fragment: fragment };
  };`,

  'ChildPart._$isConnected': '',
  'ChildPart.constructor': `constructor(startNode, endNode) {
    this._$startNode = startNode;
    this._$endNode = endNode;
  }`,
  'ChildPart.parentNode': '',
  'ChildPart.startNode': '',
  'ChildPart.endNode': '',
  'ChildPart._$setValue': `_$setValue(value) {
    if (isArray(value)) this._commitIterable(value);
    else if (value?.strings) this._commitTemplateResult(value);
    else if ((value ??= '') !== this._$committedValue) this._commitNode((this._$committedValue = value));
  }`,
  'ChildPart._commitNode': `_commitNode(value) {
    this._$clear();
    this._$startNode.after(value);
  }`,
  'ChildPart._commitText': '',
  'ChildPart._$getTemplate': '',
  'ChildPart._insert': '',
  'ChildPart._commitTemplateResult': `_commitTemplateResult({ strings, values }) {
    if (this._$committedValue?.strings !== strings) {
      this._$committedValue = partsOf(strings);
      this._commitNode(this._$committedValue._fragment);
    }
    this._$committedValue._parts.forEach((part, i) => part._$setValue(values[i]));
  }`,
  // Each ends with a marker, where the next begins.
  'ChildPart._commitIterable': `_commitIterable(values) {
    if (!isArray(this._$committedValue)) {
      this._$clear();
      this._$committedValue = [];
    }
    const parts = this._$committedValue;
    values.forEach((value, i) => {
      parts[i] ??= new ChildPart(
        parts[i - 1]?._$endNode ?? this._$startNode,
        this._$startNode.parentNode.insertBefore(createMarker(), this._$endNode),
      );
      parts[i]._$setValue(value);
    });
    if (values.length < parts.length) {
      this._$clear(parts[values.length]._$startNode.nextSibling);
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

/** Served as `/docs/theming.js`: keeps the form and the style that is to be copied at what the controls say. */
export const themingScript = `
const forms = JSON.parse(document.querySelector('#forms').textContent);
const frame = document.querySelector('iframe');
const style = document.querySelector('#style');
const copied = document.querySelector('#copied');
const controls = [...document.querySelectorAll('[data-property]')];
const uses = [...document.querySelectorAll('[data-use]')];
const parts = [...document.querySelectorAll('[data-part]')];
const choice = (id) => document.getElementById(id).value;
let ready = false;

function declarations() {
  return controls.flatMap(({ dataset, value }) => {
    const used = uses.find((box) => box.dataset.use === dataset.property).checked;
    return used ? ['  ' + dataset.property + ': ' + value + (dataset.unit ?? '') + ';'] : [];
  });
}

function show() {
  const lines = declarations();
  const rule = lines.length > 0 ? ['norvalt-lead-form {', ...lines, '}'].join('\\n') : '';
  style.textContent = rule || '/* Nothing is changed yet. */';
  if (!ready) return;
  const [background, text] = choice('page').split(' ');
  const part = parts.find((button) => button.getAttribute('aria-pressed') === 'true')?.dataset.part;
  const css = [
    'body { background: ' + background + '; color: ' + text + '; direction: ' + choice('direction') + ' }',
    rule,
    part ? 'norvalt-lead-form::part(' + part + ') { outline: 2px dashed #d3261e; outline-offset: 3px }' : '',
  ].join('\\n');
  const form = forms.find(({ language }) => language === choice('language'));
  frame.contentWindow.postMessage({ form, css }, location.origin);
}

addEventListener('message', ({ data, origin, source }) => {
  if (origin !== location.origin || source !== frame.contentWindow) return;
  if (data.ready) {
    ready = true;
    show();
  }
  if (data.height) frame.height = Math.max(320, Math.ceil(data.height));
});

document.addEventListener('input', ({ target }) => {
  const use = uses.find((box) => box.dataset.use === target.dataset.property);
  if (use) use.checked = true;
  show();
});

for (const button of parts) {
  button.addEventListener('click', () => {
    const pressed = button.getAttribute('aria-pressed') === 'true';
    for (const other of parts) other.setAttribute('aria-pressed', String(other === button && !pressed));
    show();
  });
}

document.querySelector('#copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(style.textContent);
    copied.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(style);
    copied.textContent = 'Selected: copy it with the keyboard';
  }
});

// The frame may have said that it is ready before this script ran.
frame.contentWindow?.postMessage({ hello: true }, location.origin);
show();
`;

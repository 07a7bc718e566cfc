// The real widget on a page of its own, showing a form that is not saved. What is sent from it stays here.

const formPath = /^\/v1\/forms\/preview-\d+(\/submissions)?$/;
const realFetch = window.fetch.bind(window);
const element = document.querySelector('norvalt-lead-form');
const pageSheet = new CSSStyleSheet();
let shown;
let count = 0;

// Only what is about the preview is answered here: an enquiry still waiting in this browser must reach the API.
window.fetch = async (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input, location.href);
  const about = formPath.exec(address.pathname);
  if (!about) return realFetch(input, init);
  if (!about[1]) return Response.json(shown);
  return Response.json({ submission_id: `preview-${count}`, status: 'received' }, { status: 202 });
};

function loadWidget() {
  const script = document.createElement('script');
  script.src = '/v1.js';
  script.dataset.key = 'pk_test_preview';
  script.onload = () => window.Norvalt('load');
  document.head.append(script);
  const tellHeight = () => parent.postMessage({ height: document.documentElement.offsetHeight }, location.origin);
  new ResizeObserver(tellHeight).observe(document.body);
}

window.addEventListener('message', ({ data, origin, source }) => {
  if (origin !== location.origin || source !== parent) return;
  if (data.hello) sayReady();
  if (data.css !== undefined) pageSheet.replaceSync(data.css);
  if (!data.form || JSON.stringify(data.form) === JSON.stringify(shown)) return;
  const isFirst = shown === undefined;
  shown = data.form;
  document.documentElement.lang = shown.language;
  // A form is asked for once under its name, so a changed one needs a new name.
  count += 1;
  element.setAttribute('form', `preview-${count}`);
  if (isFirst) loadWidget();
});

function sayReady() {
  parent.postMessage({ ready: true }, location.origin);
}

document.adoptedStyleSheets = [pageSheet];
sayReady();

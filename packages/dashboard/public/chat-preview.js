// The real chat of the widget on a page of its own, with settings that are not saved. What is said in it goes to the
// dashboard around it, which asks the assistant; nothing is kept or sent to anybody.

const realFetch = window.fetch.bind(window);
const element = document.querySelector('norvalt-chat');
const encoder = new TextEncoder();
const messages = [];
let config;
let session;
let stream;
let isRefreshing = false;

const json = (body, status = 200) => Response.json(body, { status });
const none = () => new Response(null, { status: 204 });

function tell(type, data) {
  stream?.enqueue(
    encoder.encode(`event: ${type}\ndata: ${JSON.stringify({ id: `${messages.length}`, type, data })}\n\n`),
  );
}

function open() {
  const contact = { name: null, email: null, phone: null };
  session = {
    id: 'preview',
    answered_by: config.answered_by,
    typing: null,
    contact,
    read_by_dealership: 0,
    closed_at: null,
  };
  messages.length = 0;
  return json({ token: 'preview', expires_in: 3600, session }, 201);
}

function change(changes) {
  session = { ...session, ...changes };
  tell('session', session);
}

function add(message) {
  const added = {
    id: `preview-${messages.length}`,
    position: messages.length + 1,
    client_id: null,
    name: null,
    ...message,
  };
  messages.push({ ...added, sent_at: new Date().toISOString() });
  return messages.at(-1);
}

function say({ client_id, text }) {
  const known = messages.find((message) => message.client_id === client_id);
  if (known) return json(known, 201);
  const message = add({ client_id, from: 'visitor', text });
  if (session.answered_by === 'assistant') {
    change({ typing: { from: 'assistant', name: config.assistant_name } });
    const earlier = messages
      .slice(0, -1)
      .map(({ from, text: words }) => ({ from: from === 'visitor' ? 'customer' : 'assistant', text: words }));
    parent.postMessage({ ask: { text, earlier } }, location.origin);
  }
  return json(message, 201);
}

function follow() {
  const body = new ReadableStream({
    start(controller) {
      stream = controller;
      tell('session', session);
      for (const message of messages) tell('message', message);
    },
    cancel() {
      stream = undefined;
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

const answers = {
  'GET /v1/chat': () => json(config),
  'POST /v1/chat/sessions': open,
  'POST /v1/chat/session/messages': say,
  'GET /v1/chat/session/events': follow,
  'PATCH /v1/chat/session': (contact) => {
    change({ contact: { ...session.contact, ...contact } });
    return json(session);
  },
  'POST /v1/chat/session/typing': none,
  'POST /v1/chat/session/read': none,
  'POST /v1/chat/session/close': () => {
    change({ closed_at: new Date().toISOString() });
    return none();
  },
};

window.fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
  const answer = answers[`${init?.method ?? 'GET'} ${pathname}`];
  return answer ? answer(init?.body ? JSON.parse(init.body) : {}) : realFetch(input, init);
};

// The chat of a visitor is kept in the browser; one of the preview is not, nor does it find another's.
Object.defineProperty(window, 'localStorage', {
  value: Object.freeze({ getItem: () => null, setItem() {}, removeItem() {} }),
});
// Whoever types in the settings keeps the focus while the chat is shown anew.
const realFocus = HTMLElement.prototype.focus;
HTMLElement.prototype.focus = function focus(...options) {
  if (!isRefreshing) realFocus.apply(this, options);
};
HTMLDialogElement.prototype.show = function show() {
  this.open = true;
};
HTMLDialogElement.prototype.showModal = HTMLDialogElement.prototype.show;
// Without its event, which would come after the chat is shown again and close it once more.
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

async function refresh() {
  isRefreshing = true;
  await element.hide();
  await element.show();
  isRefreshing = false;
}

function loadWidget() {
  const script = document.createElement('script');
  script.src = '/v1.js';
  script.dataset.key = 'pk_test_preview';
  script.onload = refresh;
  document.head.append(script);
}

function takeAnswer({ text, hands_over }) {
  const name = config.assistant_name;
  change({ typing: null, answered_by: hands_over ? 'human' : session.answered_by });
  if (text) tell('message', add({ from: 'assistant', name, text }));
}

window.addEventListener('message', ({ data, origin, source }) => {
  if (origin !== location.origin || source !== parent) return;
  if (data.answer && session) takeAnswer(data.answer);
  if (!data.chat || JSON.stringify(data) === JSON.stringify({ chat: config, language: document.documentElement.lang }))
    return;
  const isFirst = config === undefined;
  config = data.chat;
  document.documentElement.lang = data.language;
  if (isFirst) loadWidget();
  else void refresh();
});

parent.postMessage({ ready: true }, location.origin);

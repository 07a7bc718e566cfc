/** The part of `/docs/reference.js` that makes calls with a test key, and shows what was answered. */
export const tryItScript = `
const keyForm = document.querySelector('.try-key');
const keyField = document.querySelector('#try-key');
keyForm.hidden = false;
keyForm.addEventListener('submit', (event) => event.preventDefault());
for (const details of document.querySelectorAll('.try')) {
  details.hidden = false;
  const form = details.querySelector('form');
  const answer = details.querySelector('pre');
  const say = (text) => {
    answer.hidden = false;
    answer.textContent = text;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const key = keyField.value.trim();
    if (!key.startsWith('sk_test_')) {
      say('Put a test key (sk_test_…) into the field at the top of this page first.');
      return;
    }
    const fields = new FormData(form);
    let path = details.dataset.path;
    for (const input of form.querySelectorAll('[data-id]')) {
      path = path.replace('{' + input.name + '}', encodeURIComponent(input.value.trim()));
    }
    const query = String(fields.get('query') ?? '').trim();
    const headers = { authorization: 'Bearer ' + key };
    const body = fields.get('body') ?? undefined;
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (details.dataset.method === 'POST') headers['idempotency-key'] = crypto.getRandomValues(new Uint32Array(4)).join('-');
    say('Sending…');
    try {
      const url = path + (query ? '?' + query : '');
      const response = await fetch(url, { method: details.dataset.method, headers, body, credentials: 'omit' });
      const text = await response.text();
      let shown = text;
      try {
        shown = JSON.stringify(JSON.parse(text), null, 2);
      } catch {}
      say(response.status + ' ' + (response.headers.get('request-id') ?? '') + '\\n\\n' + shown);
    } catch (error) {
      say('No answer: ' + error.message);
    }
  });
}
`;

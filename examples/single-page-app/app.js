// A form of your own, with the SDK instead of the widget. Where Norvalt is and the key come from config.json; a publishable
// key may be seen by everybody, and works on the origins it was made for.
import { ApiError, Norvalt } from '@norvalt/sdk';

const { url, key } = await (await fetch('config.json')).json();
const norvalt = new Norvalt({ baseUrl: url, apiKey: key });

const form = document.querySelector('form');
const summary = document.querySelector('#summary');
const consentLabel = document.querySelector('.consent');
let firstKeyAt = 0;
let attempt = null;

// The wording of the consent, and its version, are the dealership's: what was agreed to is stored with the lead.
const { consent } = await norvalt.forms.get('default', { language: 'nb' });
if (consent) {
  consentLabel.hidden = false;
  consentLabel.querySelector('span').textContent = consent.text;
}

function submission() {
  const fields = new FormData(form);
  const text = (name) => fields.get(name)?.trim() || undefined;
  return {
    name: text('name') ?? '',
    email: text('email'),
    vehicle_interest: text('vehicle_interest'),
    message: text('message'),
    source_url: location.href,
    elapsed_ms: firstKeyAt ? Math.round(performance.now() - firstKeyAt) : undefined,
    consents: consent ? [{ version: consent.version, granted: fields.has('consent') }] : undefined,
  };
}

/** One key for as long as nothing is changed: pressing Send again after a lost connection makes one lead. */
function keyFor(body) {
  const content = JSON.stringify({ ...body, elapsed_ms: undefined });
  if (attempt?.content !== content) attempt = { content, key: crypto.randomUUID() };
  return attempt.key;
}

form.addEventListener('input', () => {
  firstKeyAt ||= performance.now();
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  summary.textContent = '';
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const body = submission();
    await norvalt.forms.submit('default', body, { idempotencyKey: keyFor(body) });
    const done = document.querySelector('#done');
    form.hidden = true;
    done.hidden = false;
    done.textContent = 'Takk. Du får svar på e-post med en gang.';
    done.focus();
  } catch (error) {
    // What is wrong with the fields can be mended by the visitor; anything else only be tried again.
    const faults = error instanceof ApiError ? error.errors.map(({ pointer }) => pointer.slice(2)) : [];
    for (const input of form.elements) if (input.name) input.ariaInvalid = String(faults.includes(input.name));
    summary.textContent = faults.length ? 'Se over feltene som er merket.' : 'Det gikk ikke å sende. Prøv igjen.';
    summary.focus();
  } finally {
    button.disabled = false;
  }
});

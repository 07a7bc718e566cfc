import { isPublic, policy } from '../../http/policy.ts';
import type { ReferenceDocument, ReferenceOperation } from './document.ts';
import { exampleOfBody } from './example-of.ts';
import { type Html, html } from './html.ts';

const JSON_TYPE = 'application/json';

/** What ends with an answer that a page can show: a stream and a file do not. */
function canBeTried(operation: ReferenceOperation): boolean {
  if (isPublic(operation.id) || policy[operation.id].scope === null) return false;
  if (policy[operation.id].publishable && operation.method === 'post') return false;
  if (['streamEvents', 'downloadAttachment'].includes(operation.id)) return false;
  return operation.body === null || JSON_TYPE in operation.body.content;
}

/** A form that makes the call with a test key, from this page; hidden where there is no script. */
export function renderTryIt(document: ReferenceDocument, operation: ReferenceOperation): Html | null {
  if (!canBeTried(operation)) return null;
  const ids = operation.parameters.filter((parameter) => parameter.in === 'path');
  const hasQuery = operation.parameters.some((parameter) => parameter.in === 'query');
  const media = operation.body?.content[JSON_TYPE];
  const body = media && JSON.stringify(exampleOfBody(document, media), null, 2);
  return html`
<details class="try" hidden data-method="${operation.method.toUpperCase()}" data-path="${operation.path}">
  <summary>Try it with a test key</summary>
  <form>
    ${ids.map(({ name }) => html`<label>${name} <input name="${name}" data-id required autocomplete="off" spellcheck="false"></label>`)}
    ${hasQuery && html`<label>Query <input name="query" autocomplete="off" spellcheck="false" placeholder="limit=5"></label>`}
    ${body && html`<label>Body <textarea name="body" rows="${Math.min(12, body.split('\n').length)}" spellcheck="false">${body}</textarea></label>`}
    <button>Send</button>
    <pre role="status" tabindex="0" aria-label="Answer" hidden></pre>
  </form>
</details>`;
}

/** Where the test key is typed once for the whole page; it is kept in memory and nowhere else. */
export function renderTryKey(): Html {
  return html`
<form class="try-key" hidden>
  <label for="try-key">Test key, to try calls from this page</label>
  <input id="try-key" type="password" autocomplete="off" spellcheck="false" placeholder="sk_test_…" aria-describedby="try-key-hint">
  <p id="try-key-hint" class="quiet">It stays in this tab until you leave. Live keys are not taken.</p>
</form>`;
}

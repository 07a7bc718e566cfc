import { curlSample, sdkSample } from './code-samples.ts';
import { describeAccess } from './describe-access.ts';
import type { MediaType, ReferenceDocument, ReferenceOperation, Response } from './document.ts';
import { exampleOfBody } from './example-of.ts';
import { type Html, html } from './html.ts';
import { renderLine, renderProse } from './render-prose.ts';
import { renderBody, renderParameters } from './render-schema.ts';
import { renderTryIt } from './render-try-it.ts';

/** Renders a block of code under a caption; it can be scrolled by keyboard. */
export function renderCode(caption: string, code: string): Html {
  return html`<figure><figcaption>${caption}</figcaption><pre tabindex="0" role="group" aria-label="${caption}"><code>${code}</code></pre></figure>`;
}

function pretty(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

function section(title: string, content: Html): Html {
  return html`<h4>${title}</h4>${content}`;
}

function renderParameterGroup(document: ReferenceDocument, operation: ReferenceOperation, place: string): Html | null {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  if (parameters.length === 0) return null;
  const title = { path: 'In the path', query: 'In the query', header: 'In the headers' }[place] ?? place;
  const fields = parameters.map(({ name, schema, required, description }) => ({
    name,
    schema,
    description,
    required: required ?? false,
  }));
  return section(title, renderParameters(document, fields));
}

function renderRequestBody(document: ReferenceDocument, operation: ReferenceOperation): Html | null {
  if (operation.body === null) return null;
  const types = Object.keys(operation.body.content);
  const [media] = Object.values(operation.body.content);
  const fields = renderBody(document, media?.schema);
  return section(
    'Body',
    html`<p class="quiet">${types.map((type, index) => html`${index > 0 && ' or '}<code>${type}</code>`)}${!operation.body.required && ', may be left out'}</p>${fields}`,
  );
}

function renderResponse(document: ReferenceDocument, status: string, response: Response): Html {
  const [type, media] = Object.entries(response.content ?? {})[0] ?? [];
  const isProblem = type === 'application/problem+json';
  const headers = Object.keys(response.headers ?? {}).filter((name) => name !== 'Request-Id');
  const body = isProblem ? null : renderBody(document, media?.schema);
  const summary = html`<span class="status status-${status[0]}">${status}</span> <span>${renderLine(response.description)}</span>`;
  const extra =
    headers.length > 0 &&
    html`<p class="quiet">Headers: ${headers.map((name, index) => html`${index > 0 && ', '}<code>${name}</code>`)}</p>`;
  const problem =
    isProblem &&
    html`<p class="quiet">A <a href="#object-Problem">Problem</a>; see <a href="#problems">the codes</a>.</p>`;
  if (!extra && !problem && body === null) return html`<li class="response">${summary}</li>`;
  return html`<li class="response"><details><summary>${summary}</summary>${problem}${body}${extra}</details></li>`;
}

function exampleAnswer(document: ReferenceDocument, operation: ReferenceOperation): Html | null {
  const [success] = operation.responses;
  const media = Object.entries(success?.response.content ?? {})[0] as [string, MediaType] | undefined;
  if (!success || media === undefined || media[0] === 'text/html') return null;
  return renderCode(`Answer ${success.status}`, pretty(exampleOfBody(document, media[1])));
}

/** Renders one operation: what it does, who may call it, what goes in, what comes back, and how to call it. */
export function renderOperation(document: ReferenceDocument, operation: ReferenceOperation, publicUrl: string): Html {
  const sdk = sdkSample(document, operation);
  const search =
    `${operation.id} ${operation.method} ${operation.path} ${operation.summary} ${operation.tag}`.toLowerCase();
  return html`
<article class="operation" id="${operation.id}" data-search="${search}" aria-labelledby="${operation.id}-title">
  <div class="about">
    <h3 id="${operation.id}-title"><a href="#${operation.id}">${operation.summary}</a></h3>
    <p class="route"><span class="method method-${operation.method}">${operation.method.toUpperCase()}</span> <code>${operation.path}</code></p>
    ${renderProse(operation.description)}
    ${section('Who may', html`<ul class="access">${describeAccess(operation.id).map((line) => html`<li>${line}</li>`)}</ul>`)}
    ${['path', 'query', 'header'].map((place) => renderParameterGroup(document, operation, place))}
    ${renderRequestBody(document, operation)}
    ${section('Answers', html`<ul class="responses">${operation.responses.map(({ status, response }) => renderResponse(document, status, response))}</ul>`)}
  </div>
  <div class="samples">
    ${renderCode('curl', curlSample(document, operation, publicUrl))}
    ${sdk !== null && renderCode('@norvalt/sdk', sdk)}
    ${exampleAnswer(document, operation)}
    ${renderTryIt(document, operation)}
  </div>
</article>`;
}

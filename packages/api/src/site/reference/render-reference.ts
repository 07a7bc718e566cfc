import type { ProblemCode } from '../../http/problem.ts';
import { Problem } from '../../http/problem.ts';
import { renderHead } from '../render-head.ts';
import { ReferenceDocument } from './document.ts';
import { type Html, html } from './html.ts';
import { problemHelp } from './problem-help.ts';
import { renderCode, renderOperation } from './render-operation.ts';
import { renderLine, renderProse } from './render-prose.ts';
import { isObject, renderFields } from './render-schema.ts';
import { renderTryKey } from './render-try-it.ts';

interface ReferenceOptions {
  /** Where this deployment is reached; the samples call it. */
  publicUrl: string;
}

function slug(tag: string): string {
  return `tag-${tag.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function renderNavigation(document: ReferenceDocument): Html {
  const groups = document.tags.map((tag) => {
    const operations = document.operations.filter((operation) => operation.tag === tag.name);
    return html`<li data-group>
      <a class="group" href="#${slug(tag.name)}">${tag.name}</a>
      <ul>${operations.map(
        (operation) =>
          html`<li data-target="${operation.id}"><a href="#${operation.id}"><span class="method method-${operation.method}" aria-hidden="true">${operation.method.toUpperCase()}</span><span>${operation.summary}</span></a></li>`,
      )}</ul></li>`;
  });
  return html`
<nav aria-label="Operations">
  <div class="filter" hidden>
    <label for="filter">Find an operation</label>
    <input id="filter" type="search" autocomplete="off" spellcheck="false" placeholder="leads, POST, /v1/…" aria-describedby="filter-count">
    <p id="filter-count" class="quiet" role="status"></p>
  </div>
  <ul class="groups">
    <li><a class="group" href="#start">Start here</a></li>
    ${groups}
    <li><a class="group" href="#problems">Problems</a></li>
    <li><a class="group" href="#objects">Objects</a></li>
  </ul>
</nav>`;
}

function renderStart(document: ReferenceDocument, publicUrl: string): Html {
  const schemes = Object.values(document.securitySchemes);
  const sample = `npm install @norvalt/sdk\n\nimport { Norvalt } from '@norvalt/sdk';\n\nconst norvalt = new Norvalt({\n  baseUrl: '${publicUrl}',\n  apiKey: process.env.NORVALT_API_KEY,\n});`;
  return html`
<section id="start" class="start">
  <div class="about">
    <h1>${document.info.title}</h1>
    <p class="lead">${renderLine(document.info.summary)}</p>
    ${renderProse(document.info.description)}
    <h2>Credentials</h2>
    <ul>${schemes.map((scheme) => html`<li>${renderLine(scheme.description)}</li>`)}</ul>
  </div>
  <div class="samples">
    ${renderCode('Address', publicUrl)}
    ${renderCode('@norvalt/sdk', sample)}
    ${renderTryKey()}
  </div>
</section>`;
}

function renderProblems(): Html {
  const codes = Object.keys(problemHelp) as ProblemCode[];
  const problems = codes.map((code) => new Problem(code)).sort((a, b) => a.status - b.status);
  return html`
<section id="problems">
  <h2>Problems</h2>
  <p>Everything that is not a success is <code>application/problem+json</code>, the same everywhere. Branch on <code>code</code>; it does not change.</p>
  <dl class="problems">${problems.map(
    (problem) => html`<div id="problem-${problem.code}">
      <dt><span class="status status-${String(problem.status)[0]}">${problem.status}</span> <code>${problem.code}</code></dt>
      <dd><p><strong>${problem.title}.</strong> ${renderLine(problemHelp[problem.code])}</p></dd>
    </div>`,
  )}</dl>
</section>`;
}

function renderObjects(document: ReferenceDocument): Html {
  const objects = Object.entries(document.schemas).filter(([, schema]) => isObject(schema));
  return html`
<section id="objects">
  <h2>Objects</h2>
  ${objects.map(
    ([name, schema]) => html`<section id="object-${name}" class="object">
      <h3>${name}</h3>${renderProse(schema.description)}${renderFields(document, schema)}</section>`,
  )}
</section>`;
}

/** Renders the API reference as one page; it needs `/docs/reference.css` and `/docs/reference.js` beside it. */
export function renderReference(contract: Record<string, unknown>, { publicUrl }: ReferenceOptions): string {
  const document = new ReferenceDocument(contract);
  const groups = document.tags.map((tag) => {
    const operations = document.operations.filter((operation) => operation.tag === tag.name);
    return html`<section id="${slug(tag.name)}" data-group>
      <h2>${tag.name}</h2><p>${renderLine(tag.description)}</p>
      ${operations.map((operation) => renderOperation(document, operation, publicUrl))}</section>`;
  });
  return html`<!doctype html>
<html lang="en">
${renderHead({ title: `${document.info.title} ${document.info.version}`, description: document.info.summary, styles: ['reference.css'], script: 'reference.js' })}
<body>
<a class="skip" href="#start">Skip to the text</a>
<header>
  <a class="brand" href="#start">Norvalt</a> <span class="quiet">API ${document.info.version}</span>
  <a class="theming-link" href="/docs/theming">Theming the form</a>
  <a class="download" href="/openapi.yaml">openapi.yaml</a>
</header>
<div class="page">
  ${renderNavigation(document)}
  <main>${renderStart(document, publicUrl)}${groups}${renderProblems()}${renderObjects(document)}</main>
</div>
</body>
</html>`.source;
}

import type { Language } from '../../answering/types.ts';
import { BUILT_IN_TEXTS } from '../../features/forms/built-in-texts.ts';
import { BUILT_IN_CONSENT_VERSION } from '../../features/forms/consent-versions.ts';
import { BLANK_FORM } from '../../features/forms/form-definition.ts';
import { presentForm } from '../../features/forms/present.ts';
import type { components } from '../../generated/openapi.ts';
import { Html, html } from '../reference/html.ts';
import { renderHead } from '../render-head.ts';
import { type Control, type CustomProperty, controlFor } from './controls.ts';

/** What the page needs of the widget's manifest. */
export interface ElementOffers {
  cssProperties: readonly CustomProperty[];
  cssParts: readonly { name: string; description: string }[];
}

const LANGUAGES: Readonly<Record<Language, string>> = {
  nb: 'Norwegian',
  en: 'English',
  sv: 'Swedish',
  da: 'Danish',
  de: 'German',
};

const PAGES = [
  { label: 'White', value: '#ffffff #0f1b2d' },
  { label: 'Dark', value: '#0b1220 #e7ecf5' },
  { label: 'Sand', value: '#f3ecdf #2d2418' },
];

/** The form a dealership begins with, in every language. */
export function sampleForms(): components['schemas']['Form'][] {
  return (Object.keys(BUILT_IN_TEXTS) as Language[]).map((language) =>
    presentForm({
      form: { ...BLANK_FORM, _id: 'sample', consent: { version: BUILT_IN_CONSENT_VERSION, required: true } },
      dealership: { name: 'Fjord Bil', language, default_form_id: 'sample' },
      language,
    }),
  );
}

function renderInput(id: string, name: string, control: Control): Html {
  if (control.kind === 'colour') {
    return html`<input type="color" id="${id}" value="${control.start}" data-property="${name}">`;
  }
  if (control.kind === 'length') {
    return html`<input type="range" id="${id}" min="0" max="${control.max}" value="${control.start}" data-property="${name}" data-unit="px">`;
  }
  return html`<select id="${id}" data-property="${name}">${control.options.map(
    ({ label, value }) => html`<option value="${value}">${label}</option>`,
  )}</select>`;
}

function renderControl(property: CustomProperty): Html {
  const id = property.name.slice(2);
  return html`<div class="control">
    <input type="checkbox" id="use-${id}" data-use="${property.name}" aria-label="Set ${property.name}">
    <label for="${id}"><code>${property.name}</code><span class="quiet">${property.description}. Left alone: ${property.default}.</span></label>
    ${renderInput(id, property.name, controlFor(property))}
  </div>`;
}

/** Renders the page on which somebody tries how the form can look; `/docs/theming.js` brings it to life. */
export function renderTheming({ cssProperties, cssParts }: ElementOffers): string {
  return html`<!doctype html>
<html lang="en">
${renderHead({ title: 'Theming the form · Norvalt', description: 'Try every custom property and part of the lead form, and copy the style.', styles: ['reference.css', 'theming.css'], script: 'theming.js' })}
<body>
<a class="skip" href="#controls">Skip to the controls</a>
<header><a class="brand" href="/docs">Norvalt</a> <span class="quiet">Theming the form</span></header>
<main class="theming">
  <section id="controls" tabindex="-1">
    <h1>Make the form yours</h1>
    <p class="lead">The form takes font and colours from the page it stands on. Change what you want different, and copy the style.</p>
    <div class="stage">
      <label>Page <select id="page">${PAGES.map(({ label, value }) => html`<option value="${value}">${label}</option>`)}</select></label>
      <label>Language <select id="language">${Object.entries(LANGUAGES).map(
        ([code, name]) => html`<option value="${code}"${code === 'en' ? html` selected` : ''}>${name}</option>`,
      )}</select></label>
      <label>Direction <select id="direction"><option value="ltr">Left to right</option><option value="rtl">Right to left</option></select></label>
    </div>
    <h2>Custom properties</h2>
    ${cssProperties.map(renderControl)}
    <h2>Parts</h2>
    <p>For everything else, style a part: <code>norvalt-lead-form::part(button)</code>. Choose one to see where it is.</p>
    <div class="parts" role="group" aria-label="Parts">${cssParts.map(
      ({ name, description }) =>
        html`<button type="button" aria-pressed="false" data-part="${name}" title="${description}">${name}</button>`,
    )}</div>
  </section>
  <section class="result" aria-label="The form">
    <iframe src="/app/form-preview.html" title="The form in this style" height="620"></iframe>
    <figure>
      <figcaption>Style for your page <button type="button" id="copy">Copy</button> <span role="status" id="copied"></span></figcaption>
      <pre tabindex="0" role="region" aria-label="Style for your page"><code id="style"></code></pre>
    </figure>
  </section>
</main>
<script type="application/json" id="forms">${new Html(JSON.stringify(sampleForms()).replaceAll('<', '\\u003c'))}</script>
</body>
</html>`.source;
}

import { type Html, html } from './reference/html.ts';

interface PageHead {
  title: string;
  description: string;
  /** Names below `/docs/`, in their order. */
  styles: readonly string[];
  script: string;
}

/** Renders the head that the pages for developers share. */
export function renderHead({ title, description, styles, script }: PageHead): Html {
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="/app/favicon.svg" type="image/svg+xml">
${styles.map((style) => html`<link rel="stylesheet" href="/docs/${style}">`)}
<script src="/docs/${script}" defer></script>
</head>`;
}

/** Served as `/docs/reference.css`. */
export const referenceStyles = `
:root {
  color-scheme: light dark;
  --ink: #0f1b2d; --slate: #46546b; --line: #dfe4ec; --paper: #ffffff; --mist: #f5f7fa;
  --accent: #1450c8; --success: #0f7a4d; --warning: #9a5b00; --danger: #b3261e;
  --sans: Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font: 14px/20px var(--sans);
  color: var(--ink);
  background: var(--paper);
  scroll-padding-top: 72px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e7ecf5; --slate: #a9b5c9; --line: #243048; --paper: #0b1220; --mist: #121b2b;
    --accent: #7aa8ff; --success: #57c795; --warning: #e0a44a; --danger: #ff8a80;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; }
a { color: var(--accent); text-decoration: none; text-underline-offset: 3px; }
a:hover, main p a, main li a { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
h1 { font: 600 28px/36px var(--sans); margin: 0 0 8px; letter-spacing: -0.01em; }
h2 { font: 600 20px/28px var(--sans); margin: 0 0 8px; }
h3 { font: 600 16px/24px var(--sans); margin: 0 0 8px; }
h3 a { color: inherit; }
h4 { font: 600 13px/18px var(--sans); margin: 24px 0 8px; }
p { margin: 0 0 12px; max-width: 68ch; }
ul { margin: 0; padding: 0; list-style: none; }
code { font: 13px/20px var(--mono); overflow-wrap: anywhere; }
.quiet { color: var(--slate); font-size: 13px; line-height: 18px; }
.lead { font-size: 16px; line-height: 24px; color: var(--slate); }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 16px; top: 16px; z-index: 2; padding: 8px 12px; background: var(--paper); }

header {
  position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: 12px; height: 48px; padding: 0 24px;
  background: var(--paper); border-bottom: 1px solid var(--line);
}
.brand { font-weight: 600; color: var(--ink); }
.theming-link { margin-left: auto; font-size: 13px; }
.download { font-size: 13px; }

.page { display: grid; grid-template-columns: 264px minmax(0, 1fr); }
nav {
  position: sticky; top: 48px; height: calc(100vh - 48px); overflow-y: auto; padding: 16px 12px 48px;
  border-right: 1px solid var(--line); font-size: 13px; line-height: 18px;
}
.filter { padding: 0 8px 8px; }
.filter label { display: block; margin-bottom: 4px; font-weight: 600; }
.filter input {
  width: 100%; height: 32px; padding: 0 10px; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--slate); border-radius: 6px;
}
.filter p { margin: 4px 0 0; min-height: 18px; }
nav a { display: flex; gap: 8px; padding: 5px 8px; border-radius: 6px; color: var(--slate); }
nav a:hover { background: var(--mist); color: var(--ink); }
nav a[aria-current] { background: var(--mist); color: var(--ink); font-weight: 600; }
nav .group { margin-top: 12px; font-weight: 600; color: var(--ink); }
nav .method { flex: none; width: 44px; }

main { padding: 40px 48px 120px; max-width: 1280px; }
main > section { padding-bottom: 40px; margin-bottom: 40px; border-bottom: 1px solid var(--line); }
main > section:last-child { border: 0; }
.operation, .start { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 460px); gap: 40px; }
.operation { padding: 32px 0; }
.operation + .operation { border-top: 1px solid var(--line); }
.start h2 { margin-top: 32px; }
.start li { margin-bottom: 4px; }
.samples { position: sticky; top: 64px; align-self: start; max-height: calc(100vh - 80px); overflow-y: auto; }

.route code { font-size: 14px; font-weight: 600; }
.method { font: 600 11px/18px var(--mono); letter-spacing: 0.02em; }
.method-get { color: var(--success); }
.method-post { color: var(--accent); }
.method-patch, .method-put { color: var(--warning); }
.method-delete { color: var(--danger); }
.access li + li { margin-top: 4px; }

.fields > li { padding: 8px 0; border-top: 1px solid var(--line); }
.fields > li:first-child { border-top: 0; padding-top: 0; }
.fields p { margin: 0; }
.fields .fields { margin: 8px 0 0 4px; padding-left: 16px; border-left: 2px solid var(--line); }
.fields .name { font-weight: 600; }
.type { color: var(--slate); font-size: 13px; }
.required { margin-left: 4px; font-size: 12px; color: var(--warning); }

.response { padding: 6px 0; border-top: 1px solid var(--line); }
.response:first-child { border-top: 0; }
.response summary { cursor: pointer; border-radius: 4px; }
.response > .status:first-child { margin-left: 17px; }
.response details > :not(summary) { margin: 8px 0 8px 17px; }
.status { display: inline-block; min-width: 32px; font: 600 12px/18px var(--mono); }
.status-2 { color: var(--success); }
.status-4 { color: var(--warning); }
.status-5 { color: var(--danger); }

figure { margin: 0 0 12px; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
figcaption { padding: 6px 12px; font-size: 12px; line-height: 16px; font-weight: 600; color: var(--slate); border-bottom: 1px solid var(--line); }
pre { margin: 0; padding: 12px; max-height: 320px; overflow: auto; background: var(--mist); }
pre:focus-visible { outline-offset: -2px; border-radius: 0 0 10px 10px; }
pre code { font-size: 12px; line-height: 18px; overflow-wrap: normal; }

.problems > div { display: grid; grid-template-columns: 280px minmax(0, 1fr); gap: 16px; padding: 12px 0; border-top: 1px solid var(--line); }
.problems dd { margin: 0; }
.problems p { margin: 0; }
.object { padding: 24px 0; }
:target > .about > h3, .problems > :target dt, .object:target > h3 { color: var(--accent); }

@media (max-width: 1100px) {
  .operation, .start { grid-template-columns: minmax(0, 1fr); gap: 16px; }
  .samples { position: static; max-height: none; }
}
@media (max-width: 760px) {
  :root { scroll-padding-top: 56px; }
  header { padding: 0 16px; }
  .page { display: block; }
  nav { position: static; height: auto; padding: 12px 8px; border-right: 0; border-bottom: 1px solid var(--line); }
  .groups { display: flex; flex-wrap: wrap; }
  nav .group { margin: 0; padding: 12px 10px; }
  .groups ul { display: none; }
  [data-filtering] .groups { display: block; }
  [data-filtering] .groups ul { display: block; }
  [data-filtering] .groups a { padding: 12px 10px; }
  .filter input { height: 44px; font-size: 16px; }
  main { padding: 24px 16px 80px; }
  .problems > div { grid-template-columns: minmax(0, 1fr); gap: 4px; }
}
@media print {
  nav, header { display: none; }
  .page, .operation, .start { display: block; }
  pre { max-height: none; }
}
.try, .try-key { margin-block-start: 12px; }
.try form, .try-key { display: grid; gap: 8px; }
.try form { padding-block-start: 8px; }
.try label { display: grid; gap: 4px; font-size: 13px; }
.try input, .try textarea, .try-key input { font: 13px/18px ui-monospace, monospace; padding: 6px 8px; border: 1px solid currentColor; border-radius: 6px; background: transparent; color: inherit; }
.try button { justify-self: start; font: inherit; padding: 4px 12px; border: 1px solid currentColor; border-radius: 6px; background: transparent; color: inherit; cursor: pointer; }
.try pre { max-block-size: 320px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
`;

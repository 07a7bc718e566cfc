/** Served as `/docs/theming.css`, after the styles of the reference. */
export const themingStyles = `
.theming { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 48px; max-width: 1320px; padding: 40px 48px 96px; }
.theming > section { padding: 0; margin: 0; border: 0; }
.theming h2 { margin: 32px 0 12px; }
.stage { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 24px; }
.stage label { display: flex; flex-direction: column; gap: 4px; font-size: 13px; font-weight: 600; }
.theming select, .theming button {
  min-height: 32px; padding: 0 10px; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--slate);
  border-radius: 6px;
}
.theming button { cursor: pointer; }
.control { display: grid; grid-template-columns: 24px minmax(0, 1fr) 132px; align-items: center; gap: 12px; padding: 10px 0; border-top: 1px solid var(--line); }
.control label { display: flex; flex-direction: column; }
.control input[type='checkbox'] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
.control input[type='color'] { width: 100%; height: 32px; padding: 2px; background: var(--paper); border: 1px solid var(--slate); border-radius: 6px; }
.control input[type='range'] { width: 100%; accent-color: var(--accent); }
.control select { width: 100%; }
.parts { display: flex; flex-wrap: wrap; gap: 6px; }
.parts button { font: 13px/20px var(--mono); }
.parts button[aria-pressed='true'] { color: var(--paper); background: var(--accent); border-color: var(--accent); }
.result { position: sticky; top: 72px; align-self: start; }
.result iframe { display: block; width: 100%; margin-bottom: 16px; background: #ffffff; border: 1px solid var(--line); border-radius: 10px; }
.result figcaption { display: flex; align-items: center; gap: 12px; }
.result figcaption button { margin-left: auto; min-height: 28px; order: 2; }
.result pre { max-height: none; }
@media (max-width: 900px) {
  .theming { grid-template-columns: minmax(0, 1fr); padding: 24px 16px 80px; }
  .result { position: static; }
  .theming select, .theming button { min-height: 44px; }
}
`;

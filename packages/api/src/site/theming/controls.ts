/** A custom property of the widget, as its manifest says it. */
export interface CustomProperty {
  name: string;
  default: string;
  description: string;
}

/** How a custom property is tried: what a visitor of the page moves, picks or chooses. */
export type Control =
  | { kind: 'colour'; start: string }
  | { kind: 'length'; start: number; max: number }
  | { kind: 'choice'; options: readonly { label: string; value: string }[] };

const FONTS = [
  { label: 'Georgia', value: 'Georgia, serif' },
  { label: 'System', value: 'system-ui, sans-serif' },
  { label: 'Monospace', value: 'ui-monospace, monospace' },
];

const CONTROLS: Readonly<Record<string, Control>> = {
  '--norvalt-font': { kind: 'choice', options: FONTS },
  '--norvalt-padding': { kind: 'length', start: 16, max: 48 },
  '--norvalt-radius': { kind: 'length', start: 8, max: 24 },
  '--norvalt-gap': { kind: 'length', start: 20, max: 40 },
  '--norvalt-text': { kind: 'colour', start: '#0f1b2d' },
  '--norvalt-on-accent': { kind: 'colour', start: '#ffffff' },
  '--norvalt-background': { kind: 'colour', start: '#f5f7fa' },
  '--norvalt-field-background': { kind: 'colour', start: '#ffffff' },
  '--norvalt-border': { kind: 'colour', start: '#7f8ca3' },
  '--norvalt-error': { kind: 'colour', start: '#b3261e' },
};

/** How to try a property; one that is new here is a colour, which most of them are. */
export function controlFor({ name }: CustomProperty): Control {
  return CONTROLS[name] ?? { kind: 'colour', start: '#1450c8' };
}

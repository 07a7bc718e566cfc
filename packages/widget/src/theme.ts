const colour = /^#[0-9a-f]{6}$/i;

/** The rule by which an element wears the dealership's colour and roundness; none for what is no colour. */
export function themeRule({ accent = '', radius }: { accent?: string; radius?: number } = {}): string {
  return colour.test(accent) ? `:host{--_theme:${accent};--_round:${radius ?? 8}px}` : '';
}

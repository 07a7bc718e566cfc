import type { PortalField, PortalRule } from '../portal-template.ts';

/** A field behind its label, or on the line below where that stands alone. */
export function line(field: PortalField, before: string): PortalRule {
  return { field, in: 'text', before, until: null, place: 'same_line', occurrence: 1, optional: false };
}

/** The same for a field that may be left out, label and all. */
export function maybe(field: PortalField, before: string): PortalRule {
  return { ...line(field, before), optional: true };
}

/** The lines below a label, up to a line that begins with certain words. */
export function below(field: PortalField, before: string, until: string): PortalRule {
  return { ...line(field, before), place: 'below', until };
}

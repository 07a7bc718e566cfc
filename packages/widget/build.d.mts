/** Files of a built widget, relative to where it was built. */
export interface BuiltWidget {
  loader: string;
  form: string;
  chat: string;
  texts: Record<string, string>;
}

export function buildWidget(outDir: string): Promise<BuiltWidget>;

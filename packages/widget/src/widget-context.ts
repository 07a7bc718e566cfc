import type { Form, Language } from './contract.ts';
import { fetchForm } from './form-config.ts';
import type { PostOffice } from './post-office.ts';
import type { WidgetSettings } from './settings.ts';

/** What comes behind the first drawing. */
export type Sending = typeof import('./sending.ts');

/** What all forms of a page share. */
export interface WidgetContext {
  readonly settings: WidgetSettings;
  /** The configuration of a form, asked for once; undefined when it cannot be had. */
  readForm(id: string, language: Language): Promise<Form | undefined>;
  /** What sends; rejects when it cannot be fetched, and may be asked again. */
  sending(): Promise<Sending & { post: PostOffice }>;
  /** The same, once it is here. */
  arrived?: Sending;
}

/** Everything asked for at the most once: what failed may be asked for again. */
export function createWidgetContext(settings: WidgetSettings): WidgetContext {
  const forms: Record<string, Promise<Form | undefined>> = {};
  let sending: ReturnType<WidgetContext['sending']> | undefined;
  const context: WidgetContext = {
    settings,
    readForm: (id, language) => (forms[`${language}/${id}`] ??= fetchForm(settings, id, language)),
    sending() {
      sending ??= import('./sending.ts').then((module) => {
        context.arrived = module;
        return { ...module, post: module.openPostOffice(settings) };
      });
      sending.catch(() => {
        sending = undefined;
      });
      return sending;
    },
  };
  return context;
}

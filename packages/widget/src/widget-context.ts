import type { Form, Language } from './contract.ts';
import { fetchForm } from './form-config.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import type { WidgetSettings } from './settings.ts';

/** What all forms of a page share. */
export interface WidgetContext {
  readonly settings: WidgetSettings;
  /** The configuration of a form, asked for once; undefined when it cannot be had. */
  readForm(id: string, language: Language): Promise<Form | undefined>;
  readonly post: PostOffice;
}

/** Reads each configuration at the most once, and sends what an earlier page could not. */
export function createWidgetContext(settings: WidgetSettings): WidgetContext {
  const forms: Record<string, Promise<Form | undefined>> = {};
  return {
    settings,
    readForm: (id, language) => (forms[`${language}/${id}`] ??= fetchForm(settings, id, language)),
    post: openPostOffice(settings),
  };
}

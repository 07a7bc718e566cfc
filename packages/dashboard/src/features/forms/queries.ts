import type { Form, FormDefinition, FormDefinitionInput, Language } from '@norvalt/sdk';
import { createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const wholePage = 100;

/** A form with what `If-Match` has to say when it is changed. */
export interface KnownForm {
  form: FormDefinition;
  etag: string | null;
}

export function formsQuery() {
  return createQuery(() => ({
    queryKey: keys.formList,
    queryFn: async ({ signal }): Promise<Form[]> => (await norvalt.forms.list({ limit: wholePage }, { signal })).data,
  }));
}

/** Reads a form to work on; never again by itself, so that nobody's work is drawn over. */
export function formDefinitionQuery(formId: () => string) {
  return createQuery(() => ({
    queryKey: keys.form(formId()),
    enabled: formId() !== 'new',
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always' as const,
    queryFn: async ({ signal }): Promise<KnownForm> => {
      const { data, response } = await norvalt.forms.definition(formId(), { signal }).withResponse();
      return { form: data, etag: response.headers.get('etag') };
    },
  }));
}

/** What a visitor would get of a form that is not saved; the last one that worked stays while a new one is asked for. */
export function previewQuery(input: () => FormDefinitionInput, language: () => Language) {
  return createQuery(() => ({
    queryKey: keys.formPreview(input(), language()),
    queryFn: ({ signal }): Promise<Form> => norvalt.forms.preview(input(), { language: language() }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  }));
}

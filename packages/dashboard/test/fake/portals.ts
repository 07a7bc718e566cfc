import type { ArrivalMail, PortalMarks, PortalTemplate, PortalTemplateInput } from '@norvalt/sdk';
import type { Context, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import type { Route } from './routes.ts';

const text =
  'Du har fått en henvendelse.\n\nKunde: Kari Hansen\nE-post: kari.hansen@example.com\n\nMelding:\nEr bilen ledig?\n\nSe annonsen';

export function makeArrivalMail(arrivalId: string): ArrivalMail {
  return {
    arrival_id: arrivalId,
    from: 'noreply@finn.no',
    subject: 'Ny henvendelse: Volvo XC60',
    text,
    reply_to: null,
  };
}

export function makePortalTemplates(nowMs: number, arrivalId: string): PortalTemplate[] {
  const blank = {
    built_in: true,
    assumed: true,
    mended: false,
    enabled: true,
    subject_words: ['henvendelse'],
    rules: [],
  };
  const at = new Date(nowMs - 3_600_000).toISOString();
  return [
    {
      id: 'finn',
      name: 'FINN',
      senders: ['finn.no'],
      ...blank,
      last_fit_at: null,
      misfit: { arrival_id: arrivalId, at, missing: ['name'] },
    },
    { id: 'mobile_de', name: 'mobile.de', senders: ['mobile.de'], ...blank, last_fit_at: at, misfit: null },
  ];
}

function rulesOf({ marks }: Pick<PortalMarks, 'marks'>): PortalTemplate['rules'] {
  return marks.map(({ field, in: place }) => ({
    field,
    in: place,
    before: field === 'message' ? 'Melding:' : 'Kunde:',
    until: field === 'message' ? 'Se annonsen' : null,
    place: 'same_line',
    occurrence: 1,
    optional: false,
  }));
}

function preview({ body }: Context): Reply {
  const marks = body as unknown as PortalMarks;
  return { body: { fits: true, values: [], missing: [], rules: rulesOf(marks) } };
}

function layoutOf({ name, senders, subject_words = [], marks }: PortalTemplateInput): Partial<PortalTemplate> {
  return { name, senders, subject_words, rules: rulesOf({ marks }), misfit: null, assumed: false };
}

function create({ api, body }: Context): Reply {
  const template = {
    id: fakeId('ptl', 1),
    built_in: false,
    mended: false,
    enabled: true,
    last_fit_at: null,
    ...layoutOf(body as unknown as PortalTemplateInput),
  } as PortalTemplate;
  api.state.portalTemplates.unshift(template);
  return { status: 201, body: template };
}

function update({ api, body, parameters }: Context): Reply {
  const template = api.state.portalTemplates.find(({ id }) => id === parameters[0]);
  if (!template) return { status: 404, body: {} };
  const { enabled, layout } = body as { enabled?: boolean; layout?: PortalTemplateInput };
  if (enabled !== undefined) template.enabled = enabled;
  if (layout) Object.assign(template, layoutOf(layout), { mended: true });
  return { body: template };
}

export const portalRoutes: Route[] = [
  {
    method: 'GET',
    pattern: /^\/v1\/portal-templates$/,
    handle: ({ api }) => ({ body: { data: api.state.portalTemplates, has_more: false, next_cursor: null } }),
  },
  { method: 'POST', pattern: /^\/v1\/arrivals\/([^/]+)\/portal-template$/, handle: create },
  { method: 'POST', pattern: /^\/v1\/arrivals\/([^/]+)\/portal-template\/preview$/, handle: preview },
  { method: 'PATCH', pattern: /^\/v1\/portal-templates\/([^/]+)$/, handle: update },
  {
    method: 'GET',
    pattern: /^\/v1\/arrivals\/([^/]+)\/mail$/,
    handle: ({ parameters }) => ({ body: makeArrivalMail(parameters[0] ?? '') }),
  },
];

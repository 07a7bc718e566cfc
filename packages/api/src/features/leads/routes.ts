import { presentPage } from '../../database/page.ts';
import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { createLead } from './create-lead.ts';
import { deleteLead } from './delete-lead.ts';
import { findLead } from './find-lead.ts';
import { listHistory } from './list-history.ts';
import { listLeads } from './list-leads.ts';
import { markLeadRead } from './mark-lead-read.ts';
import type { LeadRecord } from './model.ts';
import { etagOf, presentHistory, presentLead, presentLeads } from './present.ts';
import { restoreLead } from './restore-lead.ts';
import { updateLead } from './update-lead.ts';

const withEtag = (lead: LeadRecord) => ({ headers: { ETag: etagOf(lead) } });

export const leadRoutes = {
  listLeads: async ({ ctx, query }) => {
    const page = await listLeads({ ctx, input: query });
    return ok({ ...page, data: await presentLeads(page.data) });
  },
  createLead: async ({ ctx, body }) => {
    const result = await createLead({ ctx, input: body });
    if ('arrivalId' in result) return { status: 202, body: { arrival_id: result.arrivalId, status: 'accepted' } };
    return created(await presentLead(result.lead), withEtag(result.lead));
  },
  getLead: async ({ ctx, path }) => {
    const lead = await findLead(ctx, path.lead_id);
    return ok(await presentLead(lead), withEtag(lead));
  },
  updateLead: async ({ ctx, path, body, header }) => {
    const lead = await updateLead({ ctx, input: { ...path, ifMatch: header('if-match'), changes: body } });
    return ok(await presentLead(lead), withEtag(lead));
  },
  deleteLead: async ({ ctx, path }) => {
    await deleteLead({ ctx, input: path });
    return noContent();
  },
  restoreLead: async ({ ctx, path }) => {
    const lead = await restoreLead({ ctx, input: path });
    return ok(await presentLead(lead), withEtag(lead));
  },
  markLeadRead: async ({ ctx, path }) => {
    await markLeadRead({ ctx, input: path });
    return noContent();
  },
  listLeadHistory: async ({ ctx, path, query }) =>
    ok(presentPage(await listHistory({ ctx, input: { ...query, ...path } }), presentHistory)),
} satisfies Pick<
  Routes,
  | 'listLeads'
  | 'createLead'
  | 'getLead'
  | 'updateLead'
  | 'deleteLead'
  | 'restoreLead'
  | 'markLeadRead'
  | 'listLeadHistory'
>;

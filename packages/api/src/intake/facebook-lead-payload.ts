/** What the Graph API tells of a lead; values as they came, each field with all of its values. */
export interface FacebookLead {
  createdAt: string | null;
  formId: string | null;
  adId: string | null;
  adName: string | null;
  campaignId: string | null;
  campaignName: string | null;
  /** `fb` or `ig`. */
  platform: string | null;
  organic: boolean;
  fields: { name: string; values: string[] }[];
  consents: { version: string; granted: boolean }[];
}

/** A lead of a Facebook page as its webhook or a look at its forms told of it: ids alone, the rest is fetched. */
export interface FacebookLeadPayload {
  kind: 'facebook_lead';
  pageId: string;
  leadgenId: string;
  formId: string | null;
  adId: string | null;
  /** Kept once it was fetched, so that nothing is asked twice. */
  lead: FacebookLead | null;
}

/** The `source` of our own ids in the ADF that we send out: by it a lead of ours that comes back is known. */
export const OUR_ID_SOURCE = 'norvalt';

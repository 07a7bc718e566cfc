// What a form needs once somebody can type in it: fetched behind the first drawing, not before it.

export { Enquiry } from './enquiry.ts';
export { default as outcomeSheet } from './outcome.css';
export { openPostOffice } from './post-office.ts';
export { statusView } from './views/status-view.ts';

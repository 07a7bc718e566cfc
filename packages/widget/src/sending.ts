// What a form needs once somebody can type in it, and what its own questions need: fetched behind the first drawing.

export { Enquiry } from './enquiry.ts';
export { default as sheet } from './later.css';
export { openPostOffice } from './post-office.ts';
export { choiceView } from './views/choice-view.ts';
export { statusView } from './views/status-view.ts';
export { backView, stepView } from './views/step-view.ts';

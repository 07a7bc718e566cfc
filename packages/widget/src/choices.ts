// Choices and pages: fetched only for a form that has them.

export { default as sheet } from './choices.css';
export { words } from './step-words.ts';
export { choiceView } from './views/choice-view.ts';
export { backView, stepView } from './views/step-view.ts';

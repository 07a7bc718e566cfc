import type { Measure, Section } from './suite.ts';

const percent = (value: number) => (Number.isNaN(value) ? '    –' : `${(value * 100).toFixed(1)} %`.padStart(7));

function isBelow({ share, gate }: Measure): boolean {
  // Nothing counted is not a pass.
  return gate !== undefined && !(share.value >= gate);
}

function line(measure: Measure): string {
  const { name, share, gate } = measure;
  const interval = share.of === 0 ? '' : `[${percent(share.low).trim()} – ${percent(share.high).trim()}]`;
  const judged =
    gate === undefined ? '' : `${isBelow(measure) ? 'BELOW' : 'above'} the gate of ${percent(gate).trim()}`;
  return `  ${name.padEnd(40)}${percent(share.value)}  ${interval.padEnd(19)} of ${String(share.of).padStart(4)}  ${judged}`.trimEnd();
}

/** The numbers of a section as lines of text. */
export function describeSection({ title, measures, notes = [] }: Section): string {
  return [title, ...measures.map(line), ...notes.map((note) => `  ${note}`)].join('\n');
}

/** The measures that are below their gates, with the section they stand in. */
export function belowGates(sections: readonly Section[]): string[] {
  return sections.flatMap(({ title, measures }) => measures.filter(isBelow).map(({ name }) => `${title}: ${name}`));
}

import { type CaseFolder, changedTestFiles } from './case-files.ts';
import { belowGates, describeSection } from './report.ts';
import type { Provider, Section, Suite } from './suite.ts';

/** The whole report, and what is below its gate. */
export interface EvalReport {
  lines: string[];
  below: string[];
}

/** Runs suites one after the other and reports. A test half that was edited after it was frozen fails the run. */
export async function runEvals(suites: readonly Suite[], provider: Provider, folder: CaseFolder): Promise<EvalReport> {
  const lines: string[] = [];
  const sections: Section[] = [];
  for (const suite of suites) {
    const found = await suite.run(provider, folder);
    sections.push(...found);
    lines.push(...found.map(describeSection), '');
  }
  const changed = changedTestFiles(folder).map((file) => `${file} was changed after it was frozen`);
  return { lines, below: [...belowGates(sections), ...changed] };
}

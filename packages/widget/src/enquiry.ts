import { type Announcement, announce } from './announce.ts';
import { campaignOf } from './campaign.ts';
import type { FormSubmission, ProblemDetails } from './contract.ts';
import type { Dispatch } from './courier.ts';
import type { FormProblem, Phase } from './draft.ts';
import type { FormHost } from './form-host.ts';
import type { OutboxEntry } from './outbox.ts';
import { newsOf, type PostOffice } from './post-office.ts';
import { serverProblems } from './server-problems.ts';
import { submissionOf } from './submission-of.ts';
import type { Answer } from './texts.ts';
import { validate } from './validate.ts';

/** Takes one form's draft from "send" to the receipt. */
export class Enquiry {
  readonly #host: FormHost;
  readonly #post: PostOffice;
  #last: { contents: string; entry: OutboxEntry } | undefined;

  constructor(host: FormHost, post: PostOffice) {
    this.#host = host;
    this.#post = post;
  }

  /** A problem goes as soon as it is put right. */
  typed(name: string): void {
    const { draft } = this.#host;
    if (this.#find().some(({ answer }) => answer === name)) return;
    draft.problems = draft.problems.filter(({ answer }) => answer !== name);
  }

  /** Checks a field that was left, but only after a failed attempt: nobody is corrected while still writing. */
  left(name: string): void {
    const { draft } = this.#host;
    const problem = this.#find().find(({ answer }) => answer === name);
    if (!draft.summary.length || !problem) return;
    draft.problems = [...draft.problems.filter(({ answer }) => answer !== name), problem];
    this.#host.changed();
  }

  async submit(): Promise<void> {
    if (this.#phase() !== 'editing' || this.#goesOn()) return;
    const seen = this.#host.shown().fields.map(({ name }) => name);
    this.#show('sending');
    // The dealership's questions and the consent come with the configuration, and nothing is sent before they were shown.
    await this.#host.source.configured;
    if (this.#goesOn()) return;
    const unseen = this.#host.shown().fields.find(({ name }) => !seen.includes(name));
    if (unseen) return this.#show('editing', `#${unseen.name}`);
    const submission = this.#submission();
    if (!this.#announce('submit', {}, { submission })) return this.#show('editing');
    const entry = this.#entryOf(submission);
    this.#settle(entry, await this.#post.send(entry), true);
  }

  /** Turns to another page of the form; what was written stays. */
  turn(by: 1 | -1): void {
    const { draft } = this.#host;
    draft.step += by;
    Object.assign(draft, { phase: 'editing', problems: [], summary: [] });
    this.#host.changed('.step');
  }

  /** Tries what is queued once more. */
  async retry(): Promise<void> {
    if (this.#phase() !== 'queued') return;
    this.#show('retrying');
    await this.#post.flush();
    if (this.#phase() === 'retrying') this.#show('queued');
    // The button that had the focus may be gone.
    this.#host.changed(this.#phase() === 'editing' ? '.summary' : '.status');
  }

  #phase(): Phase {
    return this.#host.draft.phase;
  }

  #find(): FormProblem[] {
    return validate(this.#host.shown(), this.#host.draft, this.#host.source.texts);
  }

  /** Whether something has to be put right or written before it can be sent; takes the visitor there. */
  #goesOn(): boolean {
    if (this.#stopAt(this.#find())) return true;
    const { nextStep } = this.#host.shown();
    if (nextStep) this.turn(1);
    return nextStep;
  }

  #stopAt(problems: FormProblem[]): boolean {
    if (!problems.length) return false;
    this.#show('editing', '.summary', problems);
    this.#announce('invalid', { fields: problems.map(({ answer }) => answer) });
    return true;
  }

  #show(phase: Phase, selector?: string, problems: FormProblem[] = []): void {
    // What has to be put right may be on an earlier page.
    const wrong = this.#host.source.shown.fields.find(({ name }) => name === problems[0]?.answer);
    if (wrong) this.#host.draft.step = wrong.step;
    Object.assign(this.#host.draft, { phase, problems, summary: problems });
    this.#host.changed(selector);
  }

  #announce(name: Announcement, facts?: object, confidential?: object): boolean {
    const { element } = this.#host;
    const about = { form: element.form, vehicle: this.#host.vehicle()?.title };
    return announce(element, name, { ...about, ...facts }, !element.noDataLayer, confidential);
  }

  #submission(): FormSubmission {
    const { referrer } = document;
    // The campaign that brought the visitor may be in the address of the page before, where that is ours.
    const pages = [location.href, this.#post.landingUrl, referrer.startsWith(`${location.origin}/`) ? referrer : ''];
    return submissionOf(this.#host.draft, {
      fields: this.#host.source.shown.fields,
      vehicle: this.#host.vehicle(),
      consent: this.#host.shown().consent,
      language: this.#host.source.language,
      pageUrl: location.href,
      referrer,
      utm: campaignOf(pages),
      nowMs: Date.now(),
    });
  }

  /** One key for one content: the same answers sent again are the same submit, changed ones are a new one. */
  #entryOf(submission: FormSubmission): OutboxEntry {
    const contents = JSON.stringify({ ...submission, elapsed_ms: 0 });
    if (this.#last?.contents !== contents) {
      this.#last = { contents, entry: this.#post.entryOf(this.#host.element.form, submission) };
    }
    return this.#last.entry;
  }

  /** Shows how it ended; `attended` when the visitor is waiting for it, who may otherwise be anywhere on the page. */
  #settle(entry: OutboxEntry, dispatch: Dispatch, attended: boolean): void {
    if (dispatch.kind === 'queued') {
      this.#post.onLate(entry.key, (late) => this.#settle(entry, late, false));
      this.#show('queued', '.status');
      this.#announce('queued');
    } else if (dispatch.kind === 'lost') {
      this.#show('editing', '.summary', [{ message: this.#host.source.texts.unreachable }]);
      this.#announce('error', { code: 'unreachable' });
    } else if (dispatch.kind === 'refused') {
      this.#refuse(dispatch.status, dispatch.problem, attended);
      this.#announce(...newsOf(dispatch));
    } else {
      this.#last = undefined;
      this.#show('sent', attended ? '.status' : undefined);
      this.#announce(...newsOf(dispatch));
    }
  }

  #refuse(status: number, problem: Partial<ProblemDetails>, attended: boolean): void {
    const { source } = this.#host;
    const answers: Answer[] = [...source.shown.fields, ...this.#host.shown().fields].map(({ name }) => name);
    // The server keeps its answer under the key for a day, so the next attempt needs another.
    this.#last = undefined;
    this.#show('editing', attended ? '.summary' : undefined, serverProblems(problem, answers, source.texts));
    const { code, detail, request_id } = problem;
    console.warn(`[norvalt] ${status} ${code} (${request_id})`, detail);
  }
}

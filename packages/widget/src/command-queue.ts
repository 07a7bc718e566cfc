/** A call of `Norvalt(command, …)` that waits for the form: its arguments and its promise's two ends. */
export type QueuedCall = [
  args: [command: string, ...values: unknown[]],
  resolve: (value: unknown) => void,
  reject: (reason: unknown) => void,
];

/** What `window.Norvalt` is: the stub of the embed snippet (with `q`) before the loader runs, the loader's own after. */
export interface CommandQueue {
  (command: string, ...values: unknown[]): Promise<unknown>;
  q?: QueuedCall[];
  loaded?: true;
}

/** Something the palette can do. */
export interface Command {
  group: string;
  label: string;
  run: () => unknown;
}

/** The commands that have every word in their label or group, in their own order. */
export function matchCommands(commands: readonly Command[], words: string): Command[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ group, label }) => {
    const text = `${group} ${label}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** One case as it stands in a file: its heading, its fields, its text and what is expected. */
export interface RawCase {
  /** File and place in it, to find the case again. */
  id: string;
  heading: string[];
  fields: ReadonlyMap<string, string>;
  text: string;
  expected: ReadonlyMap<string, string>;
}

const fieldLine = /^(from|subject|interest|headers): ?(.*)$/;

function readExpected(line: string): Map<string, string> {
  const pairs = line
    .slice(2)
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function readCase(block: string, id: string): RawCase {
  const [head = '', ...lines] = block.split('\n');
  const fields = new Map<string, string>();
  while (fieldLine.test(lines[0] ?? '')) {
    const [, name = '', value = ''] = fieldLine.exec(lines.shift() ?? '') ?? [];
    fields.set(name, value);
  }
  const last = lines.findLastIndex((line) => line.startsWith('=>'));
  const expected = last === -1 ? new Map<string, string>() : readExpected(lines[last] ?? '');
  const text = (last === -1 ? lines : lines.slice(0, last)).join('\n').trim();
  return { id, heading: head.trim().split(/\s+/), fields, text, expected };
}

/**
 * Reads the cases of a file: a heading (`## nb sales_inquiry mail short`), fields (`from:`, `subject:`, `interest:`,
 * `headers:`), the text as it came, and what is expected (`=> key=value; key=value`).
 */
export function readCases(content: string, file: string): RawCase[] {
  return content
    .split(/^## /m)
    .slice(1)
    .map((block, index) => readCase(block, `${file}#${index + 1}`));
}

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a in 32 bits of what kind of term it is and the part of a text from `start` up to `end`. */
export function hashTerm(kind: number, text: string, start = 0, end = text.length): number {
  let hash = Math.imul(offsetBasis ^ kind, prime);
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  return hash >>> 0;
}

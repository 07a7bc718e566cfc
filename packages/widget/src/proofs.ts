const storageKey = 'norvalt-proofs';
const proofsAtMost = 5;

/** What shows that this browser has sent forms, newest last; a chat that is opened with it goes on with them. */
export function proofs(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.slice(-proofsAtMost) : [];
  } catch {
    return [];
  }
}

/** Keeps the proof of a form that was sent, on a site with a chat; without it the chat asks who the visitor is. */
export function keepProof(proof: string): void {
  if (!document.querySelector('norvalt-chat')) return;
  try {
    localStorage.setItem(storageKey, JSON.stringify([...proofs(), proof].slice(-proofsAtMost)));
  } catch {
    // Blocked or full.
  }
}

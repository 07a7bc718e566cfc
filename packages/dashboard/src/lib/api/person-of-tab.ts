const storageKey = 'norvalt.person';

/** Whether it was somebody else who was signed in in this tab last: what they left is not for this person. */
export function isSomebodyElse(storage: Pick<Storage, 'getItem'>, userId: string): boolean {
  const last = storage.getItem(storageKey);
  return last !== null && last !== userId;
}

/** Keeps who is signed in in this tab, over a reload and the end of the session. */
export function rememberPerson(storage: Pick<Storage, 'setItem'>, userId: string): void {
  storage.setItem(storageKey, userId);
}

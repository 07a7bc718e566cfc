// Names that only the widget's own code knows: no member of an API, of the DOM or of anything a page can see has them.

// The first 26 get one letter. Of the orders that were tried this packs best: the most used first takes 40 bytes more.
const names = `
  draft shown settings invalid sending launcher talk problems about unreachable phase again refused words
  retryAfterMs configured describedBy ask newer news nextStep optional isEmailWrong onLate greetingClosed
  greetingPeople hasFailed headings hintView isBehind isConfigured landingUrl nowMs personMessage problemTitle
  problemView queuedText queuedTitle replyTo languageAt contents entryOf importTexts firstKeyAtMs follow opening
  pageUrl submissionId isOnline isUnderWay readForm writeAgain answer requestUpdate chat typed want sheets
  updateComplete post other steps colleagues failed person saved assistant you unread newest describe say tell
  leave`
  .trim()
  .split(/\s+/);

/** Shorter names for them, the same in every chunk: `A` to `Z`, `AA`, `AB` … */
const shorter = names.map((_, index) => {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : String.fromCharCode(64 + Math.floor(index / 26)) + last;
});

/** What terser is told of them. */
export const internalNames = {
  properties: { regex: new RegExp(`^(${names.join('|')})$`), keep_quoted: true },
  cache: { props: { props: Object.fromEntries(names.map((name, index) => [`$${name}`, shorter[index]])) } },
};

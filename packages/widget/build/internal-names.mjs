// Names that only the widget's own code knows: no member of an API, of the DOM or of anything a page can see has them.

// The most used first: they get the shortest names.
const names = `
  draft shown settings invalid sending launcher talk problems about unreachable phase again
  refused words retryAfterMs configured describedBy arrived ask consented newer news nextStep optional
  isEmailWrong onLate greetingClosed greetingPeople hasFailed headings hintView isBehind isConfigured
  landingUrl nowMs personMessage problemTitle problemView queuedText queuedTitle replyTo languageAt allFields contents
  entryOf importTexts firstKeyAtMs follow opening pageUrl submissionId trap isOnline isUnderWay readForm writeAgain
  answer requestUpdate strings chat typed want sheets updateComplete post other steps colleagues failed person
  saved assistant you unread newest describe say tell leave`
  .trim()
  .split(/\s+/);

/** Shorter names for them, the same in every chunk: `A` to `Z`, `AA`, `AB` … */
const shorter = names.map((_, index) => {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : String.fromCharCode(64 + Math.floor(index / 26)) + last;
});

/** What terser is told of them, and of Lit's own, which begin with an underscore. */
export const internalNames = {
  properties: { regex: new RegExp(`^(_.*|${names.join('|')})$`), keep_quoted: true },
  cache: { props: { props: Object.fromEntries(names.map((name, index) => [`$${name}`, shorter[index]])) } },
};

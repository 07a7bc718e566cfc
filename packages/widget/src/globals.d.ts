declare module '*.css' {
  const sheet: CSSStyleSheet;
  export default sheet;
}

/** What a page with `require-trusted-types-for` takes HTML from, in the part that we use. */
interface HtmlPolicy {
  createHTML(text: string): string;
}

interface Window {
  trustedTypes?: { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy };
  Norvalt?: import('./command-queue.ts').CommandQueue;
  dataLayer?: Record<string, unknown>[];
}

/** Where the loader finds the form; set by the build, relative to `v1.js`. */
declare const FORM_CHUNK: string;
/** What the loader finds the texts of all languages by, `./chunks/<language>-<hash>.js`; set by the build. */
declare const TEXTS_HASH: string;
/** Where the loader finds the chat. */
declare const CHAT_CHUNK: string;

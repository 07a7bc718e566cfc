declare module '*.css' {
  const sheet: CSSStyleSheet;
  export default sheet;
}

interface Window {
  Norvalt?: import('./command-queue.ts').CommandQueue;
  dataLayer?: Record<string, unknown>[];
}

/** Where the loader finds the form; set by the build, relative to `v1.js`. */
declare const FORM_CHUNK: string;
/** Where the loader finds the texts of each language; set by the build, relative to `v1.js`. */
declare const TEXT_CHUNKS: Record<string, string>;
/** Where the loader finds the chat. */
declare const CHAT_CHUNK: string;

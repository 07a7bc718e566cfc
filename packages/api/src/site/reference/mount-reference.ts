import type { Express, RequestHandler } from 'express';
import { loadContract } from '../../http/contract.ts';
import { referenceScript } from './reference-script.ts';
import { referenceStyles } from './reference-styles.ts';
import { renderReference } from './render-reference.ts';
import { tryItScript } from './try-it-script.ts';

interface ReferenceMount {
  contractFile: string;
  publicUrl: string;
  /** Sets the headers that every page of ours has. */
  pagePolicy: RequestHandler;
}

/** Serves the API reference at `/docs`; it is rendered when somebody first asks for it. */
export function mountReference(app: Express, { contractFile, publicUrl, pagePolicy }: ReferenceMount): void {
  let page: string | null = null;
  app.use('/docs', pagePolicy, (_request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    next();
  });
  app.get('/docs', (_request, response) => {
    page ??= renderReference(loadContract(contractFile).document, { publicUrl });
    response.type('html').send(page);
  });
  app.get('/docs/reference.js', (_request, response) => response.type('js').send(referenceScript + tryItScript));
  app.get('/docs/reference.css', (_request, response) => response.type('css').send(referenceStyles));
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Express } from 'express';
import { type ElementOffers, renderTheming } from './render-theming.ts';
import { themingScript } from './theming-script.ts';
import { themingStyles } from './theming-styles.ts';

interface Manifest {
  modules: { declarations: ({ tagName: string } & ElementOffers)[] }[];
}

/**
 * Serves the page on which the form's look is tried, at `/docs/theming`.
 * @param widgetFolder the built widget, which holds its manifest
 */
export function mountTheming(app: Express, widgetFolder: string): void {
  let page: string | null = null;
  app.get('/docs/theming', (_request, response) => {
    if (page === null) {
      const manifest: Manifest = JSON.parse(readFileSync(path.join(widgetFolder, 'custom-elements.json'), 'utf8'));
      const elements = manifest.modules.flatMap(({ declarations }) => declarations);
      const form = elements.find(({ tagName }) => tagName === 'norvalt-lead-form');
      if (!form) throw new Error('The manifest of the widget has no norvalt-lead-form.');
      page = renderTheming(form);
    }
    response.type('html').send(page);
  });
  app.get('/docs/theming.js', (_request, response) => response.type('js').send(themingScript));
  app.get('/docs/theming.css', (_request, response) => response.type('css').send(themingStyles));
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler, type Response } from 'express';
import type { Services } from '../services.ts';
import { mountReference } from './reference/mount-reference.ts';
import { mountTheming } from './theming/mount-theming.ts';

const YEAR_SECONDS = 31_536_000;

const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // Mails are shown in a sandboxed frame that inherits this policy, and mails carry inline styles.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Where the built parts of the product lie. */
export interface SiteFolders {
  widget: string;
  dashboard: string;
  /** The demo dealership's web site, or `null` where it is not served. */
  demo: string | null;
  contractFile: string;
}

interface SiteOptions {
  services: Services;
  folders: SiteFolders;
  /** The publishable key that the demo site carries. */
  demoKey: string | null;
}

const pagePolicy: RequestHandler = (_request, response, next) => {
  response.set('Content-Security-Policy', PAGE_POLICY);
  next();
};

function immutable(response: Response): void {
  response.set('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
}

function mountWidget(app: Express, folder: string): void {
  const anyOrigin: RequestHandler = (_request, response, next) => {
    response.set('Access-Control-Allow-Origin', '*');
    next();
  };
  app.use(
    '/chunks',
    anyOrigin,
    express.static(path.join(folder, 'chunks'), { index: false, fallthrough: false, setHeaders: immutable }),
  );
  app.get('/v1.js', anyOrigin, (_request, response) => {
    response.set('Cache-Control', 'public, max-age=300, stale-while-revalidate=86400');
    response.sendFile(path.join(folder, 'v1.js'), { cacheControl: false });
  });
}

function mountDashboard(app: Express, folder: string): void {
  app.get('/', (_request, response) => response.redirect(302, '/app/'));
  app.use(
    '/app/assets',
    express.static(path.join(folder, 'assets'), { index: false, fallthrough: false, setHeaders: immutable }),
  );
  app.use('/app', pagePolicy, express.static(folder, { index: false, redirect: false }));
  // Every other path below /app is a page of the dashboard, which finds its own way from here.
  app.get(['/app', '/app/*path'], pagePolicy, (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(path.join(folder, 'index.html'), { cacheControl: false });
  });
}

function mountDemo(app: Express, folder: string, services: Services, key: string): void {
  const page: RequestHandler = (request, response, next) => {
    const name = request.path === '/' ? 'index.html' : path.posix.normalize(request.path).slice(1);
    const file = path.join(folder, name);
    if (!name.endsWith('.html') || !file.startsWith(folder + path.sep) || !existsSync(file)) {
      next();
      return;
    }
    // Whatever name the visitor uses for this machine, so that the page's policy lets its own script in.
    const origin = `${request.protocol}://${request.get('host')}`;
    const html = readFileSync(file, 'utf8')
      .replaceAll('{{NORVALT_ORIGIN}}', /^[\w.:/[\]-]+$/.test(origin) ? origin : services.env.publicUrl)
      .replaceAll('{{NORVALT_KEY}}', key);
    response.set('Cache-Control', 'no-cache').type('html').send(html);
  };
  app.get('/demo', (request, response, next) =>
    request.path.endsWith('/') ? next() : response.redirect(302, '/demo/'),
  );
  app.use('/demo', pagePolicy, page, express.static(folder, { index: false }));
}

/** Serves what is not an operation: widget, dashboard, demo site, API reference and the contract itself. */
export function mountSite(app: Express, { services, folders, demoKey }: SiteOptions): void {
  app.use(['/app', '/demo', '/docs', '/v1.js', '/chunks', '/openapi.yaml'], compression());
  mountWidget(app, folders.widget);
  mountDashboard(app, folders.dashboard);
  if (folders.demo !== null && demoKey !== null) mountDemo(app, folders.demo, services, demoKey);
  mountReference(app, { contractFile: folders.contractFile, publicUrl: services.env.publicUrl, pagePolicy });
  mountTheming(app, folders.widget);
  app.get('/openapi.yaml', (_request, response) => response.type('application/yaml').sendFile(folders.contractFile));
}

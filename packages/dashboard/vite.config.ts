import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `/v1` and `/webhooks` go while developing; the built dashboard is served by the API itself. */
const apiOrigin = process.env.NORVALT_API_URL ?? 'http://127.0.0.1:3000';

/** The router writes the inbox as `/app`, which the API serves; the development server only knows `/app/`. */
const homeWithoutSlash: Plugin = {
  name: 'home-without-slash',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      request.url = request.url?.replace(/^\/app(?=$|\?)/, '/app/');
      next();
    });
  },
};

export default defineConfig({
  root: here('.'),
  base: '/app/',
  plugins: [homeWithoutSlash, tailwindcss(), svelte()],
  resolve: {
    alias: {
      '@norvalt/sdk': here('../sdk/src/index.ts'),
      $lib: here('src/lib'),
      $features: here('src/features'),
    },
  },
  server: {
    proxy: {
      '/v1': { target: apiOrigin },
      '/chunks': { target: apiOrigin },
      '/webhooks': { target: apiOrigin },
      '/demo': { target: apiOrigin },
    },
  },
  build: {
    target: 'es2022',
    manifest: true,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
    },
  },
});

import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The console for the browser: files with hashed names under /console/, and no script or style inside the page. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/console'),
  base: '/console/',
  publicDir: false,
  // The server puts a fresh nonce in the place of this mark with every page.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/console'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Marks for servers that render, which this is not.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});

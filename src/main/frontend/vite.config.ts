import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { britishDates } from './build/british-dates.mjs';
import { cspStyles } from './build/csp-styles.mjs';
import { drawings } from './build/drawings.mjs';

const entries = ['theme', 'app', 'form', 'diagram', 'form-editor', 'decision-editor', 'diff', 'modeler'];

export default defineConfig({
  base: './',
  publicDir: false,
  // The editor of forms brings a second copy, and what one draws the other cannot.
  resolve: { dedupe: ['preact'] },
  plugins: [britishDates(), cspStyles(), drawings(resolve(import.meta.dirname, 'icons.txt'), resolve(import.meta.dirname, 'logo.svg'))],
  build: {
    outDir: resolve(import.meta.dirname, '../../../target/frontend/static/assets'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    license: { fileName: 'licenses.md' },
    target: 'es2022',
    // light-dark() stays as written: these browsers have it.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: Object.fromEntries(entries.map(name => [name, resolve(import.meta.dirname, `entries/${name}.ts`)])),
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: 'chunk-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});

import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: 'node20.18',
      sourcemap: true,
      externalizeDeps: true,
      rollupOptions: {
        input: {
          electron: at('main/electron/index.ts'),
          browser: at('main/browser/index.ts'),
          cli: at('main/cli/index.ts'),
          'corpus-worker': at('main/db/corpus-worker.ts'),
          'file-worker': at('main/db/file-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});

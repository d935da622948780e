import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Targets are the older of the two runtimes this runs in: see docs/decisions/electron-runtime.md.
const node = 'node20.18';
const chrome = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: node,
      externalizeDeps: true,
      rollupOptions: {
        input: { index: 'main/app/index.ts', engine: 'main/engine/entry.ts' },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: node,
      // A sandboxed preload can require nothing but electron itself.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'main/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: chrome,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 8000,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
});

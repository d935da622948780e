import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// Targets are the older of the two runtimes this runs in: see docs/decisions/electron-runtime.md.
const node = 'node20.18';
const chrome = 'chrome130';

/** The weights that reports print with, under fixed names: a report's page asks for them by name. */
const reportFonts = ['400Regular', '500Medium', '700Bold'];

function emitReportFonts(): Plugin {
  return {
    name: 'clientscope-report-fonts',
    generateBundle() {
      for (const weight of reportFonts) {
        this.emitFile({
          type: 'asset',
          fileName: `fonts/NotoSansSC_${weight}.ttf`,
          source: readFileSync(`node_modules/@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`),
        });
      }
    },
  };
}

export default defineConfig({
  main: {
    plugins: [emitReportFonts()],
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

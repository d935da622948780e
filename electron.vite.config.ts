import { readFileSync } from 'node:fs';
import { basename, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { windowFonts } from './scripts/bundle/windowFonts.ts';
import { searchableFont } from './shared/reports/searchableFont.ts';

// Targets are the older of the two runtimes this runs in: see docs/decisions/electron-runtime.md.
const node = 'node20.18';
const chrome = 'chrome130';

/** The weights that reports print with, under fixed names: a report's page asks for them by name. */
const reportFonts = [
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
].map((address) => fileURLToPath(address));

function emitReportFonts(): Plugin {
  return {
    name: 'clientscope-report-fonts',
    generateBundle() {
      for (const font of reportFonts) {
        this.emitFile({
          type: 'asset',
          fileName: `fonts/${basename(font)}`,
          source: searchableFont(readFileSync(font)),
        });
      }
    },
  };
}

/** What the first screen is written in. */
const firstFonts = /\/words\/NotoSansSC_(400Regular|600SemiBold)\.ttf$/;

/**
 * Names in the page everything that the first screen is made of, so that it is fetched at once. Left alone, the page asks for
 * `boot` only when its entry has run, and for what that imports only then.
 */
function preloadFirstScreen(): Plugin {
  return {
    name: 'clientscope-preload-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = new Map(
          Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each]] : [])),
        );
        const boot = [...chunks.values()].find((chunk) => chunk.facadeModuleId?.endsWith('/renderer/app/boot.tsx'));
        if (!boot) throw new Error('the first screen has no chunk of its own any more');
        const needed = new Set([boot.fileName]);
        // A set that grows while it is walked: what an import imports comes later in it.
        for (const name of needed) for (const next of chunks.get(name)?.imports ?? []) needed.add(next);
        if (
          [...needed].some((name) =>
            chunks.get(name)?.moduleIds.some((id) => id.endsWith('/shared/contract/engine.ts')),
          )
        )
          throw new Error('the first screen makes every schema of the contract: see renderer/app/ports/contracts.ts');
        const styles = new Set([...needed].flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]));
        const fonts = Object.values(bundle).filter(
          (each) => each.type === 'asset' && each.originalFileNames.some((name) => firstFonts.test(name)),
        );
        const isNew = (file: string) => !html.includes(file);
        return [
          ...[...needed]
            .filter(isNew)
            .map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
          ...fonts.map(({ fileName }) =>
            link({ rel: 'preload', as: 'font', type: 'font/ttf', crossorigin: true, href: `./${fileName}` }),
          ),
          ...[...styles].filter(isNew).map((file) => link({ rel: 'stylesheet', crossorigin: true, href: `./${file}` })),
        ];
      },
    },
  };
}

/**
 * Modules of these folders do nothing by being loaded. Else main and the first screen would make every schema of the engine's
 * contract at each start, which takes three times what their own take.
 */
const onlyWhatIsUsed = { moduleSideEffects: (id: string) => !/\/(shared|main\/engine)\//.test(id) };

const link = (attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' });

/** Modules that run in threads of their own, by the names of their bundles. */
const workers = { lookWorker: 'main/engine/intake/delimited/lookWorker.ts' };

/** What starts a thread names a module beside it; bundled, both lie elsewhere. */
function nameWorkers(): Plugin {
  const named = new Set<string>();
  return {
    name: 'clientscope-name-workers',
    buildStart: () => named.clear(),
    renderChunk(code, { fileName }) {
      const bundled = Object.keys(workers).reduce((text, name) => {
        if (!text.includes(`./${name}.ts`)) return text;
        named.add(name);
        return text.replaceAll(`./${name}.ts`, `./${posix.relative(posix.dirname(fileName), `${name}.cjs`)}`);
      }, code);
      return bundled === code ? null : { code: bundled, map: null };
    },
    generateBundle() {
      const lost = Object.keys(workers).filter((name) => !named.has(name));
      if (lost.length > 0) throw new Error(`nothing starts ${lost.join()} any more: see nameWorkers`);
    },
  };
}

export default defineConfig({
  main: {
    plugins: [emitReportFonts(), nameWorkers()],
    build: {
      outDir: 'out/main',
      target: node,
      // Bundled, zod starts in a third of the time: as a package it is a hundred small files.
      externalizeDeps: { exclude: ['zod'] },
      rollupOptions: {
        treeshake: onlyWhatIsUsed,
        input: { index: 'main/app/index.ts', engine: 'main/engine/entry.ts', ...workers },
        // Electron reads a main of ES modules later than one of CommonJS: every start would wait for it.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
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
    plugins: [react(), windowFonts(import.meta.dirname), preloadFirstScreen()],
    build: {
      outDir: 'out/renderer',
      target: chrome,
      // Off by default in electron-vite; the window parses a third of it at each start.
      minify: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 8000,
      rollupOptions: {
        input: 'renderer/index.html',
        treeshake: onlyWhatIsUsed,
        // One file of all that it imports: thirty small ones go through main one by one.
        output: { codeSplitting: { groups: [{ name: 'first-screen', test: /\/renderer\/app\/boot\.tsx$/ }] } },
      },
    },
  },
});

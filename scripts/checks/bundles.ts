import { none, type StepResult } from '../test/step.ts';
import { codeFiles, lineAt } from './sources.ts';

const NETWORK = String.raw`["'\x60](?:node:)?(?:https?|http2|net|tls|dgram|dns(?:/promises)?|undici)["'\x60]`;
const IMPORT = new RegExp(String.raw`(?:\bfrom|\bimport|\brequire|\bgetBuiltinModule)\s*\(?\s*${NETWORK}`, 'g');
const EXPECTED = ['out/main/index.cjs', 'out/main/engine.cjs', 'out/main/lookWorker.cjs', 'out/preload/index.cjs'];

/** What was built imports no network module, whatever dependency it was that brought one. */
export async function checkBundles(): Promise<StepResult> {
  const files = await codeFiles(['out']);
  const missing = EXPECTED.filter((path) => !files.some((file) => file.path === path)).map(
    (path) => `${path}: not built`,
  );
  const offences = files.flatMap(({ path, text }) =>
    [...text.matchAll(IMPORT)].map(({ index, 0: found }) => `${path}:${lineAt(text, index)}: network module: ${found}`),
  );
  return none([...missing, ...offences], `${files.length} bundles`);
}

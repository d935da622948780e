import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeModule, root } from '../lib/paths.ts';
import { captureNode } from '../lib/process.ts';
import { failed, none, type StepResult } from '../test/step.ts';
import { codeFiles } from './sources.ts';

const CONFIG = '.dependency-cruiser.cjs';
const PLANTED = 'test/support/planted-violation';
const FOLDERS = ['main', 'renderer', 'shared'];
const FEWEST_MODULES = 40;

type Violation = { from: string; to: string; rule: { name: string } };
type Cruise = { modules: { source: string }[]; summary: { violations: Violation[] } };

/**
 * The import rules hold. dependency-cruiser that can't parse our sources reports no violation and no module, so it
 * must also have read every file there is, and report each rule's planted violation.
 */
export async function checkLayers(): Promise<StepResult> {
  const [ours, planted, files] = await Promise.all([cruise(FOLDERS), cruise([PLANTED]), codeFiles(FOLDERS)]);
  const read = new Set(ours.modules.map(({ source }) => source));
  const scripts = files.filter(({ path }) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
  const unread = scripts.filter(({ path }) => !read.has(path)).map(({ path }) => `${path}: not read`);
  const silent = (await ruleNames())
    .filter((name) => !planted.summary.violations.some(({ rule }) => rule.name === name))
    .map((name) => `${name}: the planted violation is not reported`);
  if (read.size < FEWEST_MODULES) return failed(`Only ${read.size} modules read, expected ${FEWEST_MODULES} at least`);
  const broken = ours.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);
  return none([...unread, ...silent, ...broken], `${read.size} modules, ${planted.summary.violations.length} planted`);
}

async function cruise(folders: readonly string[]): Promise<Cruise> {
  const depcruise = nodeModule('dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const { output } = await captureNode([depcruise, '--config', CONFIG, '--output-type', 'json', ...folders]);
  const start = output.indexOf('{');
  if (start < 0) throw new Error(`dependency-cruiser reported nothing:\n${output}`);
  return JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
}

async function ruleNames(): Promise<string[]> {
  const text = await readFile(join(root, CONFIG), 'utf8');
  return [...text.matchAll(/name: '([\w-]+)'/g)].map(([, name]) => name ?? '');
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fileInspectionSchema } from '../shared/intake/index.ts';
import { playbookSchema, runResultsSchema } from '../shared/playbook/index.ts';
import { fileAssessmentSchema } from '../shared/quality/index.ts';
import { fileComparisonSchema } from '../shared/versions/index.ts';
import { root } from './lib/paths.ts';

// node scripts/schemas.ts writes the JSON Schemas of the files that leave the program; --check says which are stale.
const folder = join(root, 'docs', 'schemas');
const schemas = [
  { file: 'playbook.schema.json', title: 'Clientscope playbook', schema: playbookSchema, io: 'input' },
  { file: 'results.schema.json', title: 'Clientscope results of a run', schema: runResultsSchema, io: 'output' },
  {
    file: 'inspection.schema.json',
    title: 'Clientscope inspection of a file',
    schema: fileInspectionSchema,
    io: 'output',
  },
  {
    file: 'comparison.schema.json',
    title: 'Clientscope comparison of two files',
    schema: fileComparisonSchema,
    io: 'output',
  },
  {
    file: 'assessment.schema.json',
    title: 'Clientscope assessment of a file',
    schema: fileAssessmentSchema,
    io: 'output',
  },
] as const;

const check = process.argv.includes('--check');
const stale: string[] = [];
await mkdir(folder, { recursive: true });
for (const { file, title, schema, io } of schemas) {
  const path = join(folder, file);
  const text = `${JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io }) }, null, 2)}\n`;
  if ((await readFile(path, 'utf8').catch(() => '')) === text) continue;
  if (check) stale.push(`docs/schemas/${file}`);
  else await writeFile(path, text);
}
if (stale.length > 0) {
  console.error(`Stale, run "npm run schemas": ${stale.join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(`${schemas.length} schemas in docs/schemas`);
}

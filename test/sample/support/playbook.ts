import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playbookSchema } from '#shared/playbook/index.ts';
import { shipped } from './portfolio.ts';

/** The playbook that ships with the sample portfolio. */
export const playbook = playbookSchema.parse(JSON.parse(readFileSync(join(shipped, '../playbook.json'), 'utf8')));

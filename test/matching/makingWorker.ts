import { makeMatch } from '#engine/matching/index.ts';
import { openWorkspace } from '#engine/workspace/index.ts';

/** Makes the merged list of a workspace again and again, with a line for each step, until it is killed. */
const [, , path = ''] = process.argv;
const workspace = await openWorkspace({ path });
for (;;) await makeMatch(workspace, 'm', { progress: ({ stage }) => process.stdout.write(`${stage}\n`) });

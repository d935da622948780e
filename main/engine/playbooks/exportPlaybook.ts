import { basename } from 'node:path';
import type { PlaybookRemark } from '#shared/playbook/index.ts';
import { writeWhole } from '../exports/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { composePlaybook } from './compose.ts';

/** Writes a workspace's definitions as a playbook, without its data: all of the file or nothing. */
export async function exportPlaybook(
  { name: workspaceName, catalogue }: Workspace,
  paths: { temporary: string; target: string },
): Promise<{ definitions: number; remarks: readonly PlaybookRemark[]; bytes: number; sha256: string }> {
  const definitions = catalogue.definitions.list();
  const { playbook, remarks } = composePlaybook(workspaceName, catalogue.datasets.list(), definitions);
  const name = basename(paths.target);
  return writeWhole({ ...paths, name }, async (writing) => {
    await writing.write(Buffer.from(`${JSON.stringify(playbook, null, 2)}\n`));
    const { bytes, sha256 } = await writing.finish();
    const facts = { file: name, sha256, bytes, definitions: definitions.length, part: 'playbook' };
    catalogue.audit.append('export', workspaceName, facts);
    return { definitions: definitions.length, remarks, bytes, sha256 };
  });
}

import i18next from 'i18next';
import type { Locale } from '#shared/errors/index.ts';
import { playbookRemark } from '#shared/playbook/index.ts';
import { announce } from '../announce.ts';
import { formatCount } from '../format/numbers.ts';
import { shell } from '../ports/clients.ts';

/** Long enough to read what a run will do otherwise. */
const seconds = 15;

/** Asks where to, writes every definition as a playbook, and says what came of it. */
export async function exportPlaybook(locale: Locale): Promise<void> {
  const written = await shell.call('shell.exportPlaybook', {});
  if (written === null) return;
  const { definitions, remarks } = written;
  const file = written.file.split(/[\\/]/).at(-1) ?? '';
  const done = i18next.t('commands.playbook.done', { count: definitions, number: formatCount(definitions), file });
  announce({ text: [done, ...remarks.map((remark) => playbookRemark(remark, locale))].join(' '), seconds });
}

import { AppError } from '#shared/errors/index.ts';
import type { Zip, ZipEntry } from '../zip/directory.ts';

/** What systems leave in archives and folders beside the files. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

export const isLitter = (name: string) => litter.test(name);

export const byName = new Intl.Collator('zh-CN', { numeric: true }).compare;

/** The files in an archive, by name. */
export function membersOf(zip: Zip): ZipEntry[] {
  const members = zip.entries
    .filter(({ name }) => !name.endsWith('/') && !isLitter(name))
    .toSorted((a, b) => byName(a.name, b.name));
  if (members.length === 0) throw new AppError('validation', 'archiveEmpty', { file: zip.file });
  if (members.some(({ encrypted }) => encrypted))
    throw new AppError('validation', 'archiveEncrypted', { file: zip.file });
  return members;
}

/** Office files are zips with a list of their parts. */
export const isOfficeFile = (zip: Zip) =>
  zip.find('[Content_Types].xml') !== undefined || zip.find('_rels/.rels') !== undefined;

import type { Dataset } from '#shared/intake/index.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './SourceBar.module.css';
import { usersOf } from './usersOf.ts';

/** Names that are listed one by one. */
const listed = 3;

/** Says before a recipe is applied that its dataset will have another name, and who goes on asking for the one before. */
export function RenameNote({ made, output }: { made: Dataset; output: string }) {
  const { t } = useWords();
  const { definitions = [] } = useDefinitions();
  if (made.name === output) return null;
  const users = usersOf(definitions, made.name);
  const names = users.slice(0, listed).map(({ name }) => `“${name}”`);
  return (
    <p className={styles['rename']}>
      {users.length === 0
        ? t('recipes.source.renames', { from: made.name, to: output })
        : t('recipes.source.renamesUsed', {
            ...{ from: made.name, to: output, count: users.length },
            names: names.join(t('recipes.source.and')) + (users.length > listed ? '…' : ''),
          })}
    </p>
  );
}

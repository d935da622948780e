import { App } from 'antd';
import type { Definition } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { useWords } from '../i18n/useWords.ts';
import { type SelectionKind, useUi } from '../state/ui.ts';
import { createDefinition } from './useDefinitions.ts';

type NewDefinition = Parameters<typeof createDefinition>[0] & { kind: SelectionKind };

/** Makes a definition, shows it, and says so where that fails. */
export function useCreate(): (definition: NewDefinition) => Promise<Definition | null> {
  const { locale } = useWords();
  const { message } = App.useApp();
  const select = useUi((state) => state.select);
  return async (definition) => {
    try {
      const created = await createDefinition(definition);
      select(definition.kind, created.id);
      return created;
    } catch (thrown) {
      message.error(toAppError(thrown).sentence(locale), 8);
      return null;
    }
  };
}

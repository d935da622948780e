import { App } from 'antd';
import type { ClientsDefinition } from '#shared/clients/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { createDefinition, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { clientsOf } from './guessFacts.ts';

/** Makes a merged list the client list, its tables linked, and shows that. Where there is a client list already, it is only shown. */
export function useAsClients(datasets: readonly Dataset[]): ((made: Dataset) => Promise<void>) | null {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const { definitions } = useDefinitions('clients');
  const showClients = useUi((state) => state.showClients);
  if (!definitions) return null;
  return async (made) => {
    const body: ClientsDefinition | null = definitions.length === 0 ? clientsOf(made, datasets) : null;
    try {
      if (body) await createDefinition({ kind: 'clients', name: t('clients.definitionName'), body });
      showClients('model');
    } catch (thrown) {
      message.error(toAppError(thrown).sentence(locale), 8);
    }
  };
}

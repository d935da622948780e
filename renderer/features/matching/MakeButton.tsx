import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { settle } from '../../app/definitions/drafts.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';

/** Makes the merged list as it is on screen a dataset, once it is kept. */
export function MakeButton({ definition, disabled }: { definition: DefinitionOf<'match'>; disabled: boolean }) {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const making = useMutation({
    mutationFn: async () => {
      await settle(definition.id);
      return engine.call('matching.make', { id: definition.id });
    },
    onSuccess: ([made]) => {
      if (made) message.success(t('matching.made', { name: made.name, rows: formatCount(made.rows) }), 6);
    },
    onError: (thrown) => message.error(toAppError(thrown).sentence(locale), 8),
  });
  return (
    <Button type="primary" loading={making.isPending} disabled={disabled} onClick={() => making.mutate()}>
      {t('matching.make')}
    </Button>
  );
}

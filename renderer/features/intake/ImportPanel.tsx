import { suggestedName } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { ImportFile } from './ImportFile.tsx';
import { load, type QueuedFile, useQueue } from './queue.ts';
import { useLoadable } from './useLoadable.ts';

/** The file that is being brought in, out of those that wait. */
export function ImportPanel() {
  const { t } = useWords();
  const files = useQueue((state) => state.files);
  const current = useQueue((state) => state.current);
  const join = useQueue((state) => state.join);
  const apart = useQueue((state) => state.apart);
  const select = useUi((state) => state.select);
  const file = files.find((each) => each.token === current);
  const loadable = useLoadable(files);
  if (!file) return null;

  const start = async (each: QueuedFile, name: string) => {
    const dataset = await load(each.token, name);
    if (dataset) select('dataset', dataset.id);
  };
  const open = loadable.filter((each) => each.state === 'open' && each.target === null);
  const single = open.filter(({ more }) => more.length === 0);
  const together = () => {
    if (file.target) return undefined;
    if (file.more.length > 0) return { label: t('intake.apart'), run: () => apart(file.token) };
    if (single.length < 2) return undefined;
    return {
      label: t('intake.asOneTable', { count: single.length }),
      run: () => join(single.map(({ token }) => token)),
    };
  };
  return (
    <ImportFile
      key={file.token}
      file={file}
      onLoad={(name) => void start(file, name)}
      loadAllLabel={open.length > 1 && !file.target ? t('intake.loadAll', { count: open.length }) : undefined}
      together={together()}
      onLoadAll={(name) => {
        for (const each of open)
          void start(each, (each === file && name) || (each.datasetName ?? suggestedName(each.name)));
      }}
    />
  );
}

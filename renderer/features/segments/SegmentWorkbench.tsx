import { Segmented } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { versionsOf } from '../../app/data/versions.ts';
import { edit } from '../../app/definitions/drafts.ts';
import { removeDefinition, useSaving } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { EditableTitle } from '../../components/EditableTitle.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HowComputed } from '../../components/HowComputed.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { ItemList } from '../../components/ItemList.tsx';
import { SaveState } from '../../components/SaveState.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useConfirmDelete } from '../../components/useConfirmDelete.tsx';
import { WorkHeader } from '../../components/WorkHeader.tsx';
import { RuleEditor } from './editor/RuleEditor.tsx';
import { Inspector } from './Inspector.tsx';
import { Palette } from './Palette.tsx';
import { toRule } from './rule/convert.ts';
import { changeRule, useRule } from './rule/store.ts';
import { insert } from './rule/tree.ts';
import styles from './SegmentsArea.module.css';
import { CountBasis, useCount } from './useCount.ts';
import { FieldsContext, useFieldTables } from './useFields.ts';

const views = ['rule', 'sql', 'json'] as const;
type View = (typeof views)[number];

interface Props {
  segment: DefinitionOf<'segment'>;
  segments: readonly DefinitionOf<'segment'>[];
  datasets: readonly Dataset[];
  clients: DefinitionOf<'clients'>;
  onCreate(): void;
}

/** One segment being made: what it can be made of, its rule, and how many clients meet it. */
export function SegmentWorkbench(props: Props) {
  const { datasets, clients, segments, segment } = props;
  const fields = useFieldTables(datasets, clients.body);
  const others = segments.filter((each) => each.id !== segment.id).map((each) => `${each.name}@${each.version}`);
  const basis = `${versionsOf(datasets)}#${clients.id}@${clients.version}#${others.join('|')}`;
  return (
    <FieldsContext value={fields}>
      <CountBasis value={basis}>
        <Workbench {...props} />
      </CountBasis>
    </FieldsContext>
  );
}

function Workbench({ segment, segments, onCreate }: Props) {
  const { t } = useWords();
  const select = useUi((state) => state.select);
  const confirmDelete = useConfirmDelete();
  const saving = useSaving(segment.id);
  const [view, setView] = useState<View>('rule');
  const entry = useRule(segment);
  const rule = useMemo(() => toRule(entry.root), [entry.root]);
  const count = useCount(rule);
  return (
    <>
      <SidePanel side="left" label={t('segments.list')}>
        <div className={styles['list']}>
          <ItemList
            label={t('segments.list')}
            items={segments.map(({ id, name }) => ({ id, title: name }))}
            selected={segment.id}
            onSelect={(id) => select('segment', id)}
            action={<IconButton icon={Plus} label={t('segments.create')} onClick={onCreate} />}
          />
        </div>
        <Palette
          segments={segments.filter((each) => each.id !== segment.id)}
          onPick={(node) => changeRule(segment, (root) => insert(root, entry.active, node))}
        />
      </SidePanel>
      <div className={styles['work']}>
        <WorkHeader
          title={
            <EditableTitle
              key={segment.id}
              value={segment.name}
              label={t('segments.name')}
              missing={t('segments.nameMissing')}
              onChange={(name) => edit({ ...segment, name })}
            />
          }
          note={<SaveState state={saving.state} version={segment.version} />}
          actions={
            <>
              <Segmented
                aria-label={t('segments.views.label')}
                value={view}
                options={views.map((each) => ({ value: each, label: t(`segments.views.${each}`) }))}
                onChange={setView}
              />
              <IconButton
                icon={Trash2}
                label={t('segments.remove')}
                onClick={() =>
                  confirmDelete({
                    title: t('segments.removeTitle', { name: segment.name }),
                    body: t('segments.removeBody'),
                    onConfirm: () => removeDefinition(segment.id),
                  })
                }
              />
            </>
          }
        />
        {saving.error && <ErrorNotice error={saving.error} />}
        {view === 'rule' && <RuleEditor segment={segment} entry={entry} />}
        {view === 'json' && (
          <pre className={styles['json']}>{JSON.stringify({ name: segment.name, rule }, null, 2)}</pre>
        )}
        {view === 'sql' &&
          (count.provenance ? <HowComputed provenance={count.provenance} /> : <p>{t('common.states.updating')}</p>)}
      </div>
      <SidePanel side="right" label={t('segments.inspector.label')}>
        <Inspector root={entry.root} rule={rule} count={count} />
      </SidePanel>
    </>
  );
}

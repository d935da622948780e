import { Segmented } from 'antd';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { GroupNode } from '#shared/segments/index.ts';
import { useBasis } from '../../app/analysis/useBasis.ts';
import { DefinitionFrame } from '../../app/definitions/DefinitionFrame.tsx';
import { StaleSources } from '../../app/derived/StaleSources.tsx';
import { useWords } from '../../app/i18n/useWords.ts';
import { HowComputed } from '../../components/HowComputed.tsx';
import { RuleDnd } from './dnd/RuleDnd.tsx';
import { focusNode, focusParts } from './editor/focus.ts';
import { RuleEditor } from './editor/RuleEditor.tsx';
import { Inspector } from './Inspector.tsx';
import { Palette } from './Palette.tsx';
import { toRule } from './rule/convert.ts';
import { changeRule, useRule } from './rule/store.ts';
import { insert } from './rule/tree.ts';
import styles from './SegmentWorkbench.module.css';
import { CountBasis, useCount } from './useCount.ts';
import { FieldsContext, useFieldTables } from './useFields.ts';
import { useNewNode } from './useNewNode.ts';

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
  const { datasets, clients, segment } = props;
  const fields = useFieldTables(datasets, clients.body);
  return (
    <FieldsContext value={fields}>
      <CountBasis value={useBasis(segment.id)}>
        <Workbench {...props} />
      </CountBasis>
    </FieldsContext>
  );
}

function Workbench({ segment, segments, onCreate }: Props) {
  const { t } = useWords();
  const [view, setView] = useState<View>('rule');
  const entry = useRule(segment);
  const rule = useMemo(() => toRule(entry.root), [entry.root]);
  const newNode = useNewNode();
  // What is drawn of the list of fields has nothing to do with the rule, and stays as it is while that changes.
  const latest = useRef({ segment, entry });
  useLayoutEffect(() => {
    latest.current = { segment, entry };
  });
  const add = useCallback(
    (source: Parameters<typeof newNode>[0]) => {
      const { segment: edited, entry: at } = latest.current;
      const { node } = newNode(source);
      changeRule(edited, (root) => insert(root, at.active, node));
      if (node.kind === 'condition') focusParts(node.id);
    },
    [newNode],
  );
  return (
    <RuleDnd
      root={entry.root}
      active={entry.active}
      onStart={() => setView('rule')}
      onDrop={(change, node) => {
        changeRule(segment, change);
        focusNode(node.id);
      }}
    >
      <DefinitionFrame
        definition={segment}
        all={segments}
        onCreate={onCreate}
        words={{
          list: t('segments.list'),
          create: t('segments.create'),
          name: t('segments.name'),
          nameMissing: t('segments.nameMissing'),
          remove: t('segments.remove'),
          removeTitle: t('segments.removeTitle', { name: segment.name }),
          removeBody: t('segments.removeBody'),
        }}
        left={<Palette segments={segments.filter((each) => each.id !== segment.id)} onPick={add} />}
        actions={
          <Segmented
            aria-label={t('segments.views.label')}
            value={view}
            options={views.map((each) => ({ value: each, label: t(`segments.views.${each}`) }))}
            onChange={setView}
          />
        }
        notice={<RuleSources rule={rule} />}
        inspectorLabel={t('segments.inspector.label')}
        inspector={<Inspector segment={segment} root={entry.root} rule={rule} />}
      >
        {view === 'rule' && <RuleEditor segment={segment} root={entry.root} active={entry.active} />}
        {view === 'json' && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
          <section className={styles['json']} tabIndex={0} aria-label="JSON">
            <pre>{JSON.stringify({ name: segment.name, rule }, null, 2)}</pre>
          </section>
        )}
        {view === 'sql' && <RuleSql rule={rule} />}
      </DefinitionFrame>
    </RuleDnd>
  );
}

function RuleSources({ rule }: { rule: GroupNode }) {
  return <StaleSources tables={useCount(rule).provenance?.tables} />;
}

function RuleSql({ rule }: { rule: GroupNode }) {
  const { t } = useWords();
  const { provenance } = useCount(rule);
  return provenance ? <HowComputed provenance={provenance} /> : <p>{t('common.states.updating')}</p>;
}

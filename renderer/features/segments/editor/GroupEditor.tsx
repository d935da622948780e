import { useDroppable } from '@dnd-kit/core';
import { memo, type ReactNode, useContext, useMemo } from 'react';
import { maximumDepth } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { DraggableNode } from '../dnd/DraggableNode.tsx';
import { DropLine } from '../dnd/DropLine.tsx';
import type { Target } from '../dnd/dragged.ts';
import type { EditGroup, EditNode } from '../rule/tree.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { ActiveContext, useEditing } from './EditContext.ts';
import { FunnelRow } from './FunnelRow.tsx';
import styles from './GroupEditor.module.css';
import { GroupFoot } from './GroupFoot.tsx';
import { GroupHead } from './GroupHead.tsx';
import { SegmentRow } from './SegmentRow.tsx';
import { useNodeName } from './useNodeName.ts';

interface Props {
  group: EditGroup;
  /** Its place in the rule, for people: 1.2 is the second part of the first group. */
  path: string;
  /** 1 for the rule as a whole. */
  depth: number;
}

/** From here on groups are drawn with less room around them. */
const tight = 6;

/** A group of conditions: what joins them, the conditions, and buttons to add more. */
export const GroupEditor = memo(function GroupEditor({ group, path, depth }: Props) {
  const { t } = useWords();
  const nameOf = useNodeName();
  const isActive = useContext(ActiveContext) === group.id && depth + group.items.length > 1;
  const items = useMemo(
    () => (
      <ul>
        {group.items.map((item, at) => {
          const itemPath = `${path}.${at + 1}`;
          return (
            <DraggableNode
              key={item.id}
              node={item}
              name={nameOf(item, itemPath)}
              className={item.kind === 'group' ? styles['nested'] : styles['item']}
            >
              <DropLine group={group.id} index={at} />
              <Part node={item} path={itemPath} depth={depth} />
            </DraggableNode>
          );
        })}
      </ul>
    ),
    [group, path, depth, nameOf],
  );
  return (
    <GroupBox group={group} path={path} isActive={isActive} tight={depth >= tight}>
      <GroupHead group={group} path={path} isRoot={depth === 1} />
      {group.items.length === 0 && (
        <p className={styles['empty']}>{t(depth === 1 ? 'segments.group.emptyRoot' : 'segments.group.empty')}</p>
      )}
      {items}
      <GroupFoot
        group={group}
        path={path}
        isActive={isActive && depth > 1}
        canNest={depth < maximumDepth}
        isRoot={depth === 1}
      />
    </GroupBox>
  );
});

function Part({ node, path, depth }: { node: EditNode; path: string; depth: number }) {
  switch (node.kind) {
    case 'group':
      return <GroupEditor group={node} path={path} depth={depth + 1} />;
    case 'condition':
      return <ConditionRow node={node} path={path} />;
    case 'funnel':
      return <FunnelRow node={node} path={path} />;
    case 'segment':
      return <SegmentRow node={node} path={path} />;
  }
}

interface BoxProps {
  group: EditGroup;
  path: string;
  isActive: boolean;
  tight: boolean;
  children: ReactNode;
}

/** The box of a group, which tells a drag that it is over it. Apart from what it holds, which then need not be drawn again. */
function GroupBox({ group, path, isActive, tight: isTight, children }: BoxProps) {
  const { t } = useWords();
  const { activate } = useEditing();
  const { setNodeRef } = useDroppable({
    id: `group:${group.id}`,
    data: { kind: 'group', group: group.id } satisfies Target,
    resizeObserverConfig: { disabled: true },
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box
    <div
      ref={setNodeRef}
      role="group"
      aria-label={t('segments.group.label', { path })}
      className={`${styles['group']} ${styles[group.negate ? 'not' : group.combine]}`}
      data-active={isActive || undefined}
      data-tight={isTight || undefined}
      onFocus={(event) => {
        event.stopPropagation();
        activate(group.id);
      }}
    >
      {children}
    </div>
  );
}

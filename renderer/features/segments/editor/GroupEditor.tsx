import { memo, useContext, useMemo } from 'react';
import { maximumDepth } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { useIsDragged } from '../dnd/drag.ts';
import { groupAttribute } from '../dnd/layout.ts';
import { sourceAttribute } from '../dnd/sensors.ts';
import { sourceKey } from '../rule/source.ts';
import type { EditGroup, EditNode } from '../rule/tree.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { ActiveContext, useEditing } from './EditContext.ts';
import { FunnelRow } from './FunnelRow.tsx';
import styles from './GroupEditor.module.css';
import { GroupFoot } from './GroupFoot.tsx';
import { GroupHead } from './GroupHead.tsx';
import { OfferContext } from './OfferContext.ts';
import { SegmentRow } from './SegmentRow.tsx';

interface Props {
  group: EditGroup;
  /** Its place in the rule, for people: 1.2 is the second part of the first group. */
  path: string;
  /** 1 for the rule as a whole. */
  depth: number;
}

/** From here on groups are drawn with less room around them. */
const tight = 6;

/** From here on with none on the right: rows must be left some width fifty levels down. */
const deep = 10;

/** A group of conditions: what joins them, the conditions, and buttons to add more. */
export const GroupEditor = memo(function GroupEditor({ group, path, depth }: Props) {
  const { t } = useWords();
  const { activate } = useEditing();
  // A list of fields beside the rule, to drag them from.
  const beside = useContext(OfferContext) === null;
  const isActive = useContext(ActiveContext) === group.id && depth + group.items.length > 1;
  const items = useMemo(
    () => (
      <ul>
        {group.items.map((item, at) => (
          <NodeItem key={item.id} node={item} path={`${path}.${at + 1}`} depth={depth} />
        ))}
      </ul>
    ),
    [group.items, path, depth],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box
    <div
      {...{ [groupAttribute]: group.id }}
      role="group"
      aria-label={t('segments.group.label', { path })}
      className={`${styles['group']} ${styles[group.negate ? 'not' : group.combine]}`}
      data-active={isActive || undefined}
      data-tight={depth >= deep ? 'deep' : depth >= tight || undefined}
      onFocus={(event) => {
        event.stopPropagation();
        activate(group.id);
      }}
    >
      <GroupHead group={group} path={path} isRoot={depth === 1} />
      {group.items.length === 0 && (
        <p className={styles['empty']}>
          {t(
            beside
              ? depth === 1
                ? 'segments.group.emptyRoot'
                : 'segments.group.empty'
              : depth === 1
                ? 'segments.group.emptyRule'
                : 'segments.group.emptyAlone',
          )}
        </p>
      )}
      {items}
      <GroupFoot
        group={group}
        path={path}
        isActive={isActive && depth > 1}
        canNest={depth < maximumDepth}
        isRoot={depth === 1}
      />
    </div>
  );
});

interface ItemProps {
  node: EditNode;
  path: string;
  /** Of the group that it is in. */
  depth: number;
}

/**
 * One part of a group, as an item of its list that can be dragged by its handle, or by any part of it that is not a control.
 * Drawn again only when it, its place or its being dragged changes.
 */
const NodeItem = memo(function NodeItem({ node, path, depth }: ItemProps) {
  const source = sourceKey({ kind: 'node', id: node.id });
  const dragged = useIsDragged(source);
  const isGroup = node.kind === 'group';
  return (
    <li
      {...{ [sourceAttribute]: source }}
      className={`${styles['part']} ${styles[isGroup ? 'nested' : 'item']}`}
      data-dragging={dragged || undefined}
    >
      {isGroup ? <GroupEditor group={node} path={path} depth={depth + 1} /> : <Row node={node} path={path} />}
    </li>
  );
});

function Row({ node, path }: { node: Exclude<EditNode, EditGroup>; path: string }) {
  switch (node.kind) {
    case 'condition':
      return <ConditionRow node={node} path={path} />;
    case 'funnel':
      return <FunnelRow node={node} path={path} />;
    case 'segment':
      return <SegmentRow node={node} path={path} />;
  }
}

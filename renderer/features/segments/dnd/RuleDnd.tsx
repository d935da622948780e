import { DndContext, type DragStartEvent } from '@dnd-kit/core';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { dropAt, keySlots, type Slot, type Step, slotId, slotsFor, stepFrom } from '../rule/slots.ts';
import { type EditGroup, type EditNode, find, placeOf } from '../rule/tree.ts';
import { createDropArea, DropAreaContext } from './area.ts';
import { DragChip } from './DragChip.tsx';
import { type Drag, useRuleDrag } from './drag.ts';
import { areaId, instructionsId } from './ids.ts';
import styles from './RuleDnd.module.css';
import { sourceAttribute, sourceElement, useNodeSensors } from './sensors.ts';
import { useAnnouncements } from './useAnnouncements.ts';
import { useFollowPointer } from './useFollowPointer.ts';
import { usePick } from './usePick.ts';
import { type Press, Wires } from './Wires.tsx';

interface Props {
  root: EditGroup;
  /** The group that the keyboard drops at first with what comes from the palette. */
  active: string;
  onStart(): void;
  /** The changed rule, and the node that was put into it or moved. */
  onDrop(change: (root: EditGroup) => EditGroup, node: EditNode): void;
  children: ReactNode;
}

/** Dragging over palette and rule: where things may go, what is said of it, and what happens in the end. */
export function RuleDnd({ root, active, onStart, onDrop, children }: Props) {
  const { t } = useWords();
  const [area] = useState(createDropArea);
  const press = useRef<Press | null>(null);
  const pick = usePick(root);
  const drag = useRuleDrag((state) => state.drag);
  useFollowPointer(area, drag);
  // Leaving the screen in the middle of a drag ends it.
  useEffect(() => () => useRuleDrag.setState({ drag: null, slot: null }), []);

  // A sensor keeps the function that it was started with, which must see what has become of the rule since.
  const tree = useRef(root);
  useLayoutEffect(() => {
    tree.current = root;
  });
  const sensors = useNodeSensors((step: Step) => {
    const { drag: dragging, slot: from } = useRuleDrag.getState();
    if (!dragging || !from) return null;
    const next = stepFrom(tree.current, keySlots(tree.current, dragging.node), from, step);
    if (next) useRuleDrag.setState({ slot: next });
    return area.pointOf(next ?? from);
  });
  /** The end of a drag is still told of it. */
  const last = useRef<Drag | null>(null);
  const announcements = useAnnouncements(
    root,
    useCallback(() => last.current, []),
  );

  const start = ({ activatorEvent }: DragStartEvent) => {
    const source = sourceElement(activatorEvent.target)?.getAttribute(sourceAttribute);
    const picked = source ? pick(source) : null;
    if (!picked) return;
    area.forget();
    const pressed = activatorEvent instanceof PointerEvent ? activatorEvent : null;
    const begun = { ...picked, keyed: !pressed };
    last.current = begun;
    useRuleDrag.setState({
      drag: begun,
      slot: pressed
        ? area.slotAt(pressed.clientX, pressed.clientY, begun.allowed)
        : firstSlot(root, begun.node, active),
    });
    onStart();
  };
  const end = () => {
    const { drag: dragged, slot } = useRuleDrag.getState();
    useRuleDrag.setState({ drag: null });
    if (dragged && slot) onDrop((now) => dropAt(now, dragged.node, slot), dragged.node);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are handles inside, which say what they are */}
      <div
        className={styles['listener']}
        onPointerDown={(event) => press.current?.('onPointerDown', event)}
        onKeyDown={(event) => press.current?.('onKeyDown', event)}
      >
        <DropAreaContext value={area}>{children}</DropAreaContext>
      </div>
      <DndContext
        id={instructionsId}
        sensors={sensors}
        collisionDetection={overArea}
        autoScroll={{ threshold: { x: 0, y: 0.15 }, layoutShiftCompensation: false }}
        accessibility={{
          announcements,
          screenReaderInstructions: { draggable: t('segments.drag.instructions') },
          restoreFocus: false,
        }}
        onDragStart={start}
        onDragEnd={end}
        onDragCancel={() => useRuleDrag.setState({ drag: null, slot: null })}
      >
        <Wires press={press} area={area} />
        <DragChip dragged={drag} />
      </DndContext>
    </>
  );
}

/** For the library everything is always over the area: that is what it scrolls at the edges. */
const overArea = () => [{ id: areaId }];

/** Where the keyboard begins: where a node stands, or at the end of the group that new conditions go to. */
function firstSlot(root: EditGroup, node: EditNode, active: string): Slot | null {
  const slots = slotsFor(root, node);
  const group = find(root, active);
  const end = group?.kind === 'group' ? { group: group.id, index: group.items.length } : null;
  const wanted = placeOf(root, node.id) ?? end;
  return slots.find((slot) => wanted && slotId(slot) === slotId(wanted)) ?? slots[0] ?? null;
}

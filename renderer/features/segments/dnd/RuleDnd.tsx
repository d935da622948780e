import { DndContext, type DragEndEvent, type DragStartEvent, MeasuringStrategy } from '@dnd-kit/core';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { dropAt, keySlots, type Slot, type Step, slotId, slotsFor, stays, stepFrom } from '../rule/slots.ts';
import { type EditGroup, type EditNode, find, placeOf } from '../rule/tree.ts';
import { slotUnder } from './collision.ts';
import { DragChip } from './DragChip.tsx';
import { DragContext } from './DragContext.ts';
import { type Dragged, draggedOf, slotOf } from './dragged.ts';
import { useNodeSensors } from './sensors.ts';
import { useAnnouncements } from './useAnnouncements.ts';

interface Props {
  root: EditGroup;
  /** The group that the keyboard drops at first with what comes from the palette. */
  active: string;
  onStart(): void;
  /** The changed rule, and the node that was put into it or moved. */
  onDrop(change: (root: EditGroup) => EditGroup, node: EditNode): void;
  children: ReactNode;
}

interface Drag {
  readonly dragged: Dragged;
  readonly node: EditNode;
  readonly allowed: ReadonlySet<string>;
}

/** Dragging over palette and rule: where things may go, what is said of it, and what happens in the end. */
export function RuleDnd({ root, active, onStart, onDrop, children }: Props) {
  const { t } = useWords();
  const [drag, setDrag] = useState<Drag | null>(null);
  /** The place that the keyboard has gone to: it has no pointer that could be asked. */
  const keyed = useRef<Slot | null>(null);

  // A sensor keeps the function that it was started with, which must see what has become of the drag since.
  const now = useRef({ drag, root });
  useLayoutEffect(() => {
    now.current = { drag, root };
  });
  const sensors = useNodeSensors((step: Step) => {
    const from = keyed.current;
    const { drag: dragging, root: tree } = now.current;
    if (!dragging || !from) return null;
    const next = stepFrom(tree, keySlots(tree, dragging.node), from, step);
    if (next) keyed.current = next;
    const line = document.querySelector(`[data-slot="${slotId(next ?? from)}"]`)?.getBoundingClientRect();
    return line ? { x: line.left + 24, y: line.top } : null;
  });
  const pointed = useMemo(() => slotUnder(drag?.allowed ?? new Set()), [drag]);

  const start = ({ active: picked, activatorEvent }: DragStartEvent) => {
    const dragged = draggedOf(picked);
    if (!dragged) return;
    const node = dragged.node();
    const slots = slotsFor(root, node);
    keyed.current = activatorEvent instanceof KeyboardEvent ? firstSlot(root, node, active, slots) : null;
    setDrag({ dragged, node, allowed: new Set(slots.map(slotId)) });
    onStart();
  };
  const end = ({ over }: DragEndEvent) => {
    // The library learns of a key's place only a moment later, and Enter may follow at once.
    const slot = keyed.current ?? slotOf(over);
    if (drag && slot) onDrop((tree) => dropAt(tree, drag.node, slot), drag.node);
    setDrag(null);
  };
  const state = useMemo(
    () => drag && { name: drag.dragged.name, stays: (slot: Slot) => stays(root, drag.node.id, slot) },
    [drag, root],
  );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) =>
        args.pointerCoordinates || !keyed.current ? pointed(args) : [{ id: slotId(keyed.current) }]
      }
      // Only once: nothing moves while something is dragged.
      measuring={{ droppable: { strategy: MeasuringStrategy.WhileDragging } }}
      autoScroll={{ threshold: { x: 0, y: 0.15 }, layoutShiftCompensation: false }}
      accessibility={{
        announcements: useAnnouncements(root, keyed),
        screenReaderInstructions: { draggable: t('segments.drag.instructions') },
        restoreFocus: false,
      }}
      onDragStart={start}
      onDragEnd={end}
      onDragCancel={() => setDrag(null)}
    >
      <DragContext value={state}>{children}</DragContext>
      <DragChip dragged={drag?.dragged ?? null} />
    </DndContext>
  );
}

/** Where the keyboard begins: where a node stands, or at the end of the group that new conditions go to. */
function firstSlot(root: EditGroup, node: EditNode, active: string, slots: readonly Slot[]): Slot | null {
  const group = find(root, active);
  const end = group?.kind === 'group' ? { group: group.id, index: group.items.length } : null;
  const wanted = placeOf(root, node.id) ?? end;
  return slots.find((slot) => wanted && slotId(slot) === slotId(wanted)) ?? slots[0] ?? null;
}

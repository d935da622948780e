import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Definition } from '#shared/contract/index.ts';
import { EditableTitle } from '../../components/EditableTitle.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { ItemList } from '../../components/ItemList.tsx';
import { SaveState } from '../../components/SaveState.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useConfirmDelete } from '../../components/useConfirmDelete.tsx';
import { WorkHeader } from '../../components/WorkHeader.tsx';
import { useRequest } from '../commands/requests.ts';
import { type SelectionKind, useUi } from '../state/ui.ts';
import styles from './DefinitionFrame.module.css';
import { edit } from './drafts.ts';
import { removeDefinition, useSaving } from './useDefinitions.ts';

/** What an area calls its definitions. */
export interface DefinitionWords {
  list: string;
  create: string;
  name: string;
  nameMissing: string;
  remove: string;
  removeTitle: string;
  removeBody: string;
}

interface Props {
  definition: Extract<Definition, { kind: SelectionKind }>;
  /** All of its kind, in the order of the list. */
  all: readonly Definition[];
  words: DefinitionWords;
  onCreate(): void;
  /** Below the list, on the left: settings, or what can be dragged into the work area. */
  left?: ReactNode;
  /** At the right end of the head, before the button that deletes. */
  actions?: ReactNode;
  inspector: ReactNode;
  inspectorLabel: string;
  /** Above what is at work: what it rests on that is not as it should be. */
  notice?: ReactNode;
  /** What is at work needs the width: in a narrow window the list gives it way. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame that every area of definitions shares: its list on the left, one of them at work, the answer on the right. */
export function DefinitionFrame({
  definition,
  all,
  words,
  onCreate,
  left,
  actions,
  inspector,
  inspectorLabel,
  notice,
  wide = false,
  children,
}: Props) {
  const { id, kind, name, version } = definition;
  const select = useUi((state) => state.select);
  const confirmDelete = useConfirmDelete();
  const saving = useSaving(id);
  const work = useRef<HTMLDivElement>(null);
  // Another definition is read from its top, wherever the one before was left.
  useLayoutEffect(() => {
    if (id) work.current?.scrollTo(0, 0);
  }, [id]);
  const askToRemove = () =>
    confirmDelete({ title: words.removeTitle, body: words.removeBody, onConfirm: () => removeDefinition(id) });
  useRequest('remove', askToRemove);
  return (
    <>
      <SidePanel side="left" label={words.list} givesWay={wide}>
        <div className={left ? styles['list'] : styles['onlyList']}>
          <ItemList
            label={words.list}
            items={all.map((each) => ({ id: each.id, title: each.name }))}
            selected={id}
            onSelect={(chosen) => select(kind, chosen)}
            action={<IconButton icon={Plus} label={words.create} onClick={onCreate} />}
          />
        </div>
        {left}
      </SidePanel>
      <div ref={work} className={styles['work']}>
        <WorkHeader
          title={
            <EditableTitle
              key={id}
              value={name}
              label={words.name}
              missing={words.nameMissing}
              onChange={(next) => edit({ ...definition, name: next })}
            />
          }
          note={<SaveState state={saving.state} version={version} />}
          actions={
            <>
              {actions}
              <IconButton icon={Trash2} label={words.remove} onClick={askToRemove} />
            </>
          }
        />
        {saving.error && <ErrorNotice error={saving.error} />}
        {notice}
        {children}
      </div>
      <SidePanel side="right" label={inspectorLabel}>
        {inspector}
      </SidePanel>
    </>
  );
}

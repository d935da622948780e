import i18next from 'i18next';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../../i18n/useWords.ts';
import { type Command, type CommandState, canChoose } from '../command.ts';
import { isMac, shortcutLabel } from '../shortcuts.ts';
import styles from './Palette.module.css';
import { recentCommands, rememberCommand } from './recent.ts';
import { type Candidate, search } from './search.ts';
import { usePaletteState } from './state.ts';
import { usePinyin } from './usePinyin.ts';

/** More than this many are found by writing on. */
const shownAtMost = 60;

interface Props {
  commands: readonly Command[];
  state: CommandState;
  onRun(id: string): void;
}

/** Every command that can be used now, found by a few letters, and by keyboard alone. */
export function Palette({ commands, state, onRun }: Props) {
  const { t } = useWords();
  const close = usePaletteState((palette) => palette.close);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(query);
  const candidates = useCandidates(commands, state);
  const pinyin = usePinyin();
  const found = useMemo(() => search(wanted, candidates, pinyin), [wanted, candidates, pinyin]);
  const shown = found.slice(0, shownAtMost);
  const active = Math.max(0, Math.min(at, shown.length - 1));

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (candidate: Candidate<Command> | undefined) => {
    if (!candidate) return;
    // Closed first, so that the focus is where it was when the command looks for it.
    dialog.current?.close();
    close();
    rememberCommand(candidate.item.id);
    onRun(candidate.item.id);
  };
  // Enter may follow a letter before the list has been drawn for it.
  const chosen = () => (wanted === query ? shown : search(query, candidates, pinyin))[active];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setAt(within(active + step, shown.length, Math.abs(step) === 1));
    else if (event.key === 'Enter') choose(chosen());
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={styles['palette']}
      aria-label={t('commands.palette.title')}
      onClose={close}
      onMouseDown={(event) => event.target === dialog.current && close()}
    >
      <div className={styles['ask']}>
        <Search size={15} strokeWidth={1.75} aria-hidden />
        <input
          className={styles['input']}
          role="combobox"
          aria-label={t('commands.palette.title')}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('commands.palette.hint')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        className={styles['list']}
        role="listbox"
        aria-label={t('commands.palette.list')}
      >
        {shown.map((candidate, place) => (
          <Row
            key={candidate.item.id}
            id={`${id}-${place}`}
            candidate={candidate}
            active={place === active}
            onPoint={() => setAt(place)}
            onChoose={() => choose(candidate)}
          />
        ))}
      </div>
      <p className={shown.length === 0 ? styles['none'] : 'visually-hidden'} role="status">
        {shown.length === 0
          ? t('commands.palette.none', { query: wanted })
          : t('commands.palette.count', { number: String(found.length) })}
      </p>
    </dialog>
  );
}

interface RowProps {
  id: string;
  candidate: Candidate<Command>;
  active: boolean;
  onPoint(): void;
  onChoose(): void;
}

function Row({ id, candidate: { item, title }, active, onPoint, onChoose }: RowProps) {
  const { t } = useWords();
  const [shortcut] = item.shortcuts ?? [];
  const Icon = item.icon ?? Search;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the box above names the active one
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={styles['row']}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <span className={styles['title']} title={title}>
        {title}
      </span>
      {shortcut ? (
        <kbd className={styles['keys']}>{shortcutLabel(shortcut, isMac)}</kbd>
      ) : (
        <span className={styles['group']}>{t(`commands.groups.${item.group}`)}</span>
      )}
    </div>
  );
}

/** The commands that can be used now, with all the words that find them. */
function useCandidates(commands: readonly Command[], state: CommandState): readonly Candidate<Command>[] {
  const { t, locale } = useWords();
  const [recent] = useState(recentCommands);
  return useMemo(() => {
    const other = i18next.getFixedT(locale === 'zh' ? 'en' : 'zh');
    return commands
      .filter((command) => command.id !== 'palette' && canChoose(command, state))
      .map((item) => {
        const used = recent.indexOf(item.id);
        return {
          item,
          title: item.title(t, state),
          name: item.name?.(t),
          also: [item.title(other, state), ...[t, other].flatMap((each) => item.keywords?.(each) ?? [])],
          recency: used < 0 ? undefined : used,
        };
      });
  }, [commands, state, t, locale, recent]);
}

/** A place in a list: single steps go round, longer ones stop at the ends. */
function within(at: number, length: number, round: boolean): number {
  if (length === 0) return 0;
  return round ? (at + length) % length : Math.max(0, Math.min(length - 1, at));
}

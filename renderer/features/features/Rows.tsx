import { Button } from 'antd';
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../app/i18n/useWords.ts';
import { Card } from '../../components/Card.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './Features.module.css';

interface Props<T> {
  /** Which words: of features, or of tags. */
  of: 'rows' | 'tags';
  items: readonly T[];
  /** What an item says in one sentence, and what it came to. */
  sentence(item: T): string;
  figure(item: T): string;
  selected: string | null;
  onSelect(name: string): void;
  create: (() => T) | null;
  onChange(items: T[]): void;
  form(item: T, put: (item: T) => void): ReactNode;
}

/** Features, or tags, in their order; one at a time is opened to be changed. */
export function Rows<T extends { name: string }>(props: Props<T>) {
  const { of, items, sentence, figure, selected, onSelect, create, onChange, form } = props;
  const { t } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length) return;
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
    setOpen(to);
  };
  const add = () => {
    if (!create) return;
    const item = create();
    onChange([...items, item]);
    setOpen(items.length);
    onSelect(item.name);
  };
  return (
    <Card title={t(`features.${of}.title`)} note={<span className={styles['hint']}>{t(`features.${of}.hint`)}</span>}>
      {items.length === 0 && <p className={styles['hint']}>{t(`features.${of}.empty`)}</p>}
      <ol className={styles['list']} aria-label={t(`features.${of}.title`)}>
        {items.map((item, at) => {
          const { name } = item;
          const opened = open === at;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, whatever it is called while that is typed
            <li key={at} className={name === selected ? styles['chosen'] : undefined}>
              <div className={styles['line']}>
                <button
                  type="button"
                  className={styles['toggle']}
                  aria-expanded={opened}
                  onClick={() => {
                    setOpen(opened ? null : at);
                    onSelect(name);
                  }}
                >
                  {opened ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
                  <span className={styles['name']}>{name}</span>
                  <span className={styles['sentence']} title={sentence(item)}>
                    {sentence(item)}
                  </span>
                </button>
                <span className={styles['figure']}>{figure(item)}</span>
                <IconButton
                  icon={ArrowUp}
                  label={t(`features.${of}.up`, { name })}
                  disabled={at === 0}
                  onClick={() => move(at, at - 1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={t(`features.${of}.down`, { name })}
                  disabled={at === items.length - 1}
                  onClick={() => move(at, at + 1)}
                />
                <IconButton
                  icon={X}
                  label={t(`features.${of}.remove`, { name })}
                  onClick={() => {
                    onChange(items.toSpliced(at, 1));
                    setOpen(null);
                  }}
                />
              </div>
              {opened &&
                form(item, (next) => {
                  onChange(items.toSpliced(at, 1, next));
                  if (next.name !== name) onSelect(next.name);
                })}
            </li>
          );
        })}
      </ol>
      <Button type="text" size="small" disabled={!create} icon={<Plus size={14} aria-hidden />} onClick={add}>
        {t(`features.${of}.add`)}
      </Button>
    </Card>
  );
}

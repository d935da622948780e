import { CircleDot } from 'lucide-react';
import type { FieldType } from '#shared/intake/index.ts';
import { formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { FieldTypeIcon } from '../../components/FieldTypeIcon.tsx';
import { useIsDragged } from './dnd/drag.ts';
import { instructionsId } from './dnd/ids.ts';
import { sourceAttribute } from './dnd/sensors.ts';
import styles from './Palette.module.css';
import { type Source, sourceKey } from './rule/source.ts';

interface Props {
  source: Exclude<Source, { kind: 'node' }>;
  name: string;
  label: string;
  /** Of a field; a saved segment has none. */
  type?: FieldType;
  /** How much of the field is filled, 0 to 1. */
  filled?: number;
  onPick(source: Exclude<Source, { kind: 'node' }>): void;
}

/** Something that a condition can be made of: a click adds it where new conditions go, dragging takes it anywhere. */
export function PaletteItem({ source, name, label, type, filled, onPick }: Props) {
  const { t } = useWords();
  const key = sourceKey(source);
  const dragged = useIsDragged(key);
  return (
    <li>
      <button
        {...{ [sourceAttribute]: key }}
        type="button"
        data-handle
        data-dragging={dragged || undefined}
        className={styles['field']}
        aria-describedby={instructionsId}
        aria-roledescription={t('segments.drag.source')}
        title={
          filled === undefined ? name : `${name} · ${t('segments.palette.filled', { share: formatShare(filled) })}`
        }
        aria-label={label}
        onClick={() => onPick(source)}
      >
        {type ? <FieldTypeIcon type={type} silent /> : <CircleDot className={styles['dot']} size={12} aria-hidden />}
        <span className={styles['name']}>{name}</span>
        {filled !== undefined && (
          <span className={styles['bar']} aria-hidden>
            <span style={{ width: `${filled * 100}%` }} />
          </span>
        )}
      </button>
    </li>
  );
}

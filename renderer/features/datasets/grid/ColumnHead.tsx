import type { FieldType } from '#shared/intake/index.ts';
import { FieldTypeIcon } from '../../../components/FieldTypeIcon.tsx';

/** What a column's head says: the mark of its type and its name. */
export function ColumnHead({ displayName, type }: { displayName: string; type: FieldType }) {
  return (
    <span className="column-head">
      <FieldTypeIcon type={type} />
      <span className="column-name">{displayName}</span>
    </span>
  );
}

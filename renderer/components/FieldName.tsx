import type { FieldType } from '#shared/intake/index.ts';
import { FieldTypeIcon } from './FieldTypeIcon.tsx';

/** The name of a field behind the mark of its type. The mark is for the eye only: what is read out is the name. */
export function FieldName({ name, type }: { name: string; type: FieldType }) {
  return (
    <>
      <FieldTypeIcon type={type} silent />
      {name}
    </>
  );
}

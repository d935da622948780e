import type { RecipeField } from '#shared/recipes/index.ts';
import type { EditStep } from '../steps/draft.ts';
import { ComputeForm, MergeForm, OnlyFieldsForm, RenameForm, SplitForm } from './ColumnForms.tsx';
import { FilterForm } from './FilterForm.tsx';
import { MapForm } from './MapForm.tsx';
import { AmountsForm, DatesForm, TypeForm } from './ParseForms.tsx';
import { DedupeForm, FillForm, OutliersForm } from './RowForms.tsx';
import styles from './StepForm.module.css';
import { PivotForm, UnpivotForm } from './TableForms.tsx';
import { CaseForm, ReplaceForm, TrimForm } from './TextForms.tsx';

interface Props {
  step: EditStep;
  /** The columns that there are before it. */
  fields: readonly RecipeField[];
  onChange(step: EditStep): void;
  /** Opens the search for values that are alike, for a step that maps values. */
  onFindAlike(): void;
}

/** What one step is made of, to be filled in and changed. */
export function StepForm(props: Props) {
  return (
    <div className={styles['form']} data-form>
      {formOf(props)}
    </div>
  );
}

function formOf({ step, fields, onChange, onFindAlike }: Props) {
  switch (step.kind) {
    case 'trim':
      return <TrimForm step={step} fields={fields} onChange={onChange} />;
    case 'halfWidth':
    case 'drop':
    case 'reorder':
      return <OnlyFieldsForm step={step} fields={fields} onChange={onChange} />;
    case 'case':
      return <CaseForm step={step} fields={fields} onChange={onChange} />;
    case 'replace':
      return <ReplaceForm step={step} fields={fields} onChange={onChange} />;
    case 'map':
      return <MapForm step={step} fields={fields} onChange={onChange} onFindAlike={onFindAlike} />;
    case 'dates':
      return <DatesForm step={step} fields={fields} onChange={onChange} />;
    case 'amounts':
      return <AmountsForm step={step} fields={fields} onChange={onChange} />;
    case 'type':
      return <TypeForm step={step} fields={fields} onChange={onChange} />;
    case 'split':
      return <SplitForm step={step} fields={fields} onChange={onChange} />;
    case 'merge':
      return <MergeForm step={step} fields={fields} onChange={onChange} />;
    case 'compute':
      return <ComputeForm step={step} fields={fields} onChange={onChange} />;
    case 'rename':
      return <RenameForm step={step} fields={fields} onChange={onChange} />;
    case 'fill':
      return <FillForm step={step} fields={fields} onChange={onChange} />;
    case 'outliers':
      return <OutliersForm step={step} fields={fields} onChange={onChange} />;
    case 'dedupe':
      return <DedupeForm step={step} fields={fields} onChange={onChange} />;
    case 'filter':
      return <FilterForm step={step} fields={fields} onChange={onChange} />;
    case 'unpivot':
      return <UnpivotForm step={step} fields={fields} onChange={onChange} />;
    case 'pivot':
      return <PivotForm step={step} fields={fields} onChange={onChange} />;
  }
}

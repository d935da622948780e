export { TestEditor } from './editor/TestEditor.tsx';
export { RuleBox } from './RuleBox.tsx';
export { toDraft, toPredicate } from './rule/convert.ts';
export { parseConstant } from './rule/operators.ts';
export { emptyTest, firstTest, type TestDraft } from './rule/tree.ts';
export { ScopePicker } from './ScopePicker.tsx';
export { SegmentsArea } from './SegmentsArea.tsx';
export { BesideContext, CountBasis, ruleOf } from './useCount.ts';
export { type Fields, FieldsContext, useFieldTables } from './useFields.ts';

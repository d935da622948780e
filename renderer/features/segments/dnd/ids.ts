/** What the library knows the work area by. */
export const areaId = 'area';

/** The element that says how things are dragged by keyboard: what describes a handle. */
export const instructionsId = 'rule-drag-instructions';

export { delimiterNames, encodingLabels, namedDelimiters, quoteCharacters, quoteNames } from './choices.ts';
export { ImportPanel } from './ImportPanel.tsx';
export { QueueList } from './QueueList.tsx';
export { useImport } from './useImport.ts';

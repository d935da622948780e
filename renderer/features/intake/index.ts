export { delimiterNames, encodingLabels, namedDelimiters, quoteCharacters, quoteNames } from './choices.ts';
export { ImportPanel } from './ImportPanel.tsx';
export { QueueList } from './QueueList.tsx';
export { ReadAgain } from './ReadAgain.tsx';
export { remarkText } from './remarkText.ts';
export { useImport } from './useImport.ts';

export { matchLists } from './compute.ts';
export { readDecided } from './decided.ts';
export { makeMatch, runMatch } from './make.ts';
export { readPairs, revealValue } from './review.ts';

export { MatchingPage } from './MatchingPage.tsx';

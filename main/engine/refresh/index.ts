export { refreshDerived } from './refresh.ts';

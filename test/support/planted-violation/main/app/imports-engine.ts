export { inner } from '../engine/alpha/inner.ts';

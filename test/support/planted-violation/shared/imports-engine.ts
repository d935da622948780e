export { inner } from '../main/engine/alpha/inner.ts';

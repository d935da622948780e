export { inner } from '../alpha/inner.ts';

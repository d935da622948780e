export { app } from '../app/app.ts';

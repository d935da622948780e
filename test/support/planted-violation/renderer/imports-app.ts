export { app } from '../main/app/app.ts';

/** All that can be asked. A file of its own, because the first screen asks for little of it (electron.vite.config.ts). */
export { engineContract, shellContract } from '#shared/contract/index.ts';

export { ClientsArea } from './ClientsArea.tsx';
export { useClientsDefinition } from './useClientsDefinition.ts';

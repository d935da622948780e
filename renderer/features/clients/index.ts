export { ClientsArea } from './ClientsArea.tsx';
export { useClientsDefinition } from './useClientsDefinition.ts';
export { WithClients } from './WithClients.tsx';

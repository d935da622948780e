export { ClientsArea } from './ClientsArea.tsx';
export { useLinkedClients } from './useLinkedClients.ts';
export { WithClients } from './WithClients.tsx';

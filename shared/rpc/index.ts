export { type CallOptions, type Client, createClient } from './client.ts';
export { describeIssue } from './issue.ts';
export { mainPort } from './mainPort.ts';
export type { Port } from './port.ts';
export { type Served, serve } from './server.ts';
export { type CallContext, type Handlers, type Service, serviceOf } from './service.ts';

/** For tests of pages that use the kit: the elements' client without a server. */
export { MemoryClient, type MemoryClientOptions } from '../shared/client/memory/memory-client.ts';

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Connection, Kept, PendingSignIn, SignInState, Tokens } from './records.ts';

/** What there is one of, each under its name. */
export interface StateRecords {
  connection: Connection;
  tokens: Tokens;
  key: CryptoKeyPair;
  'sign-in': SignInState;
}

export interface StoreSchema extends DBSchema {
  state: { key: keyof StateRecords; value: StateRecords[keyof StateRecords] };
  pending: { key: string; value: PendingSignIn };
  kept: { key: string; value: Kept; indexes: { at: Date } };
}

export type StoreDatabase = IDBPDatabase<StoreSchema>;
type Upgrade = IDBPTransaction<StoreSchema, ('state' | 'pending' | 'kept')[], 'versionchange'>;

export const DATABASE_NAME = 'kontor';

/** One step a version, oldest first. A released step never changes. */
const STEPS: readonly ((database: StoreDatabase, upgrade: Upgrade) => void)[] = [
  (database) => {
    database.createObjectStore('state');
    database.createObjectStore('pending', { keyPath: 'state' });
    database.createObjectStore('kept');
  },
  // Finds the oldest of what is kept, to let go of it.
  (_database, upgrade) => void upgrade.objectStore('kept').createIndex('at', 'at'),
];

/**
 * Opens the database and brings it to this version.
 * @param onLost the connection is of no use any more: a newer version wants to upgrade, or the browser closed it
 */
export function openDatabase(onLost: () => void): Promise<StoreDatabase> {
  return openDB<StoreSchema>(DATABASE_NAME, STEPS.length, {
    upgrade(database, from, _to, upgrade) {
      for (const step of STEPS.slice(from)) step(database, upgrade as unknown as Upgrade);
    },
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}

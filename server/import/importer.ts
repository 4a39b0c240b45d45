import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportResult } from '../../shared/contract/operator.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { systemClock } from '../clock.ts';
import type { GatewayConfig } from '../config.ts';
import { NOWHERE } from '../domain/audit.ts';
import { importEInvoice } from '../domain/invoices/import-e-invoice.ts';
import { Refusal } from '../http/refusal.ts';
import { DEMO_OPERATOR_KEY } from '../seed/demo-credentials.ts';
import { lockDataFolder, runningGateway } from '../storage/data-folder-lock.ts';
import { migrate } from '../storage/migrate.ts';
import { openDatabase } from '../storage/open-database.ts';

/** Why a file did not go in, for a person. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** Takes the files of one organisation, one after the other. */
export interface Importer {
  /** Where they go, for the report. */
  readonly target: string;
  /**
   * @throws {FileRefused} for what concerns this file only
   * @throws {RangeError} for what concerns all of them
   */
  add(bytes: Uint8Array): Promise<ImportResult>;
  close(): Promise<void>;
}

/** The running gateway where there is one, else the database itself through the same use case. */
export async function openImporter(config: GatewayConfig, organisation: string, gateway: string | undefined): Promise<Importer> {
  const running = gateway ?? (config.databaseUrl ? undefined : runningGateway(config.folder));
  return running === undefined
    ? await databaseImporter(config, organisation)
    : gatewayImporter(running, config.operatorKey ?? DEMO_OPERATOR_KEY, organisation);
}

function gatewayImporter(gateway: string, key: string, organisation: string): Importer {
  const address = new URL(`/v1/operator/organisations/${organisation}/invoices`, gateway);
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/xml' };
  return {
    target: `the gateway on ${gateway}`,
    add: async (bytes) => {
      const answer = await fetch(address, { method: 'POST', headers, body: Buffer.from(bytes) }).catch(() => {
        throw new RangeError(`The gateway on ${gateway} does not answer.`);
      });
      const body: unknown = await answer.json().catch(() => {
        throw new RangeError(`What answers on ${gateway} is no Kontor gateway.`);
      });
      if (answer.ok) return body as ImportResult;
      throw failure(body as Problem);
    },
    close: async () => {},
  };
}

function failure({ status, code, title, detail }: Problem): Error {
  if (status === 401) return new RangeError('The gateway does not take this operator key: set KONTOR_OPERATOR_KEY.');
  return refused(code, detail ?? title);
}

async function databaseImporter({ folder, databaseUrl }: GatewayConfig, organisation: string): Promise<Importer> {
  if (!databaseUrl && !existsSync(join(folder, 'database'))) {
    throw new RangeError(`There are no data in ${folder}: start a gateway first, or set KONTOR_DATA_DIR.`);
  }
  const unlock = databaseUrl ? () => {} : await lockDataFolder(folder);
  try {
    const database = await openDatabase({ url: databaseUrl, folder });
    await migrate(database);
    return {
      target: databaseUrl ? 'the database of DATABASE_URL' : folder,
      add: async (bytes) => {
        try {
          return await importEInvoice(database, { organisation, bytes, now: systemClock.now(), actor: 'import', source: NOWHERE });
        } catch (error) {
          throw error instanceof Refusal ? refused(error.code, error.message) : error;
        }
      },
      close: async () => {
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function refused(code: string, reason: string): Error {
  const aboutFile = code === 'KONTOR_E_INVOICE_REFUSED' || code === 'KONTOR_BODY_TOO_LARGE';
  return aboutFile ? new FileRefused(reason) : new RangeError(`${reason} (${code})`);
}

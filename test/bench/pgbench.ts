import { execFile, execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Parameter } from '../../server/storage/database.ts';
import type { Statement } from '../support/recording-database.ts';

/** Where pgbench is, if this machine has it (Debian: the package `postgresql`). */
export function findPgbench(): string | undefined {
  const candidates = ['pgbench', ...globSync('/usr/lib/postgresql/*/bin/pgbench').toSorted().toReversed()];
  return candidates.find((path) => {
    try {
      execFileSync(path, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Turns two recordings of one request into a pgbench script of the same statements between BEGIN and
 * COMMIT. What differs between the two recordings is fresh in each request, so the script makes it anew.
 */
export function pgbenchScript(first: readonly Statement[], second: readonly Statement[]): string {
  const same = first.length === second.length && first.every(({ text }, index) => text === second[index]?.text);
  if (!same) throw new Error('The same request ran different statements.');
  const fresh = new Map<string, string>();
  const lines = first.map(({ text, parameters }, index) => {
    const others = second[index]?.parameters ?? [];
    return `${text.replace(/\s+/g, ' ').replace(/\$(\d+)/g, (_, digits: string) => {
      const at = Number(digits) - 1;
      const value = asText(parameters[at] ?? null);
      return value === asText(others[at] ?? null) ? literal(value) : freshValue(value, fresh);
    })};`;
  });
  const sets = [...fresh.values()].map((name) => `\\set ${name} random(1, 281474976710655)`);
  return [...sets, 'begin isolation level read committed;', ...lines, 'commit;', ''].join('\n');
}

function freshValue(value: string | null, fresh: Map<string, string>): string {
  const text = value ?? '';
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return 'now()';
  // A stored answer is the same work whatever stands in it.
  if (text.startsWith('{"')) return literal(text);
  const name = fresh.get(text) ?? `fresh${fresh.size}`;
  fresh.set(text, name);
  const digits = `lpad(to_hex((:${name})::bigint), 12, '0')`;
  return /^[0-9a-f-]{36}$/.test(text) ? `('01860000-0000-7000-a000-' || ${digits})::uuid` : digits;
}

function asText(value: Parameter): string | null {
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((item) => asText(item as Parameter)).join(',')}}`;
  return String(value);
}

function literal(value: string | null): string {
  return value === null ? 'null' : `'${value.replaceAll("'", "''")}'`;
}

/** Transactions per second over 8 connections, the scripts chosen at random. */
export async function runPgbench(pgbench: string, url: string, scripts: readonly string[], seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-pgbench-'));
  try {
    const files = scripts.flatMap((script, index) => {
      const path = join(folder, `${index}.sql`);
      writeFileSync(path, script);
      return ['-f', path];
    });
    const options = ['-n', '-M', 'prepared', '-c', '8', '-j', '2', '-T', String(seconds)];
    const { stdout } = await promisify(execFile)(pgbench, [...options, ...files, url], { maxBuffer: 1 << 24 });
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

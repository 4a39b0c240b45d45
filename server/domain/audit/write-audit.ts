import type { AuditRow } from '../../../shared/contract/audit.ts';

export type AuditFormat = 'csv' | 'jsonl';

export const AUDIT_MEDIA_TYPES: Readonly<Record<AuditFormat, string>> = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl' };

/** The columns of the CSV with what stands in them. */
const COLUMNS: Readonly<Record<string, (row: AuditRow) => string | null>> = {
  at: (row) => row.at,
  act: (row) => row.act,
  subject: (row) => row.subject,
  actor_kind: (row) => row.actor.kind,
  actor: (row) => row.actor.id,
  actor_name: (row) => row.actor.name,
  partner: (row) => row.partner?.id ?? null,
  partner_name: (row) => row.partner?.name ?? null,
  person: (row) => row.person?.id ?? null,
  person_name: (row) => row.person?.name ?? null,
  address: (row) => row.address,
  agent: (row) => row.agent,
  origin: (row) => row.origin,
  organisation: (row) => row.organisation,
  id: (row) => row.id,
};

/** What stands before the first entry. */
export function auditHead(format: AuditFormat): string {
  return format === 'csv' ? `${Object.keys(COLUMNS).join(',')}\r\n` : '';
}

/** One entry as a line. */
export function auditLine(format: AuditFormat, row: AuditRow): string {
  if (format === 'jsonl') return `${JSON.stringify(row)}\n`;
  return `${Object.values(COLUMNS).map((text) => csvCell(text(row) ?? '')).join(',')}\r\n`;
}

/**
 * A cell of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front
 * (OWASP, CSV injection): names are the caller's, and whoever opens the file is somebody else.
 */
export function csvCell(text: string): string {
  const plain = /^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

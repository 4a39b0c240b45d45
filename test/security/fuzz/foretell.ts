import type { ApiDescription, Operation, Schema } from './api-description.ts';
import type { Shot } from './shots.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** What is wrong with a request by the description alone; `undefined` where nothing. */
export function faultOf(api: ApiDescription, operation: Operation, shot: Shot): string | undefined {
  const { parameters } = operation;
  for (const { name, schema } of parameters.filter((parameter) => parameter.in === 'path')) {
    const fault = api.fault(schema, shot.path[name]?.toWellFormed());
    if (fault !== undefined) return `${name} ${fault}`;
  }
  return queryFault(api, operation, shot) ?? keyFault(operation, shot) ?? bodyFault(api, operation, shot);
}

function queryFault(api: ApiDescription, { parameters }: Operation, { query }: Shot): string | undefined {
  const declared = parameters.filter((parameter) => parameter.in === 'query');
  const missing = declared.find(({ name, required }) => required && !query.some(([one]) => one === name));
  if (missing) return `no ${missing.name}`;
  for (const [name, texts] of Map.groupBy(query, ([one]) => one)) {
    const schema = declared.find((parameter) => parameter.name === name)?.schema;
    if (!schema) return `nobody named ${name}`;
    const values = texts.map(([, text]) => meant(text.toWellFormed(), schema));
    const fault = schema.type !== 'array' && values.length > 1 ? 'given twice' : api.fault(schema, schema.type === 'array' ? values : values[0]);
    if (fault !== undefined) return `${name} ${fault}`;
  }
  return undefined;
}

/** A query's text as its schema means it. */
function meant(text: string, { type }: Schema): unknown {
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text);
  return type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text;
}

function keyFault({ parameters }: Operation, { idempotencyKey }: Shot): string | undefined {
  const asked = parameters.some((parameter) => parameter.in === 'header' && parameter.name === 'idempotency-key');
  return asked && !KEY.test(idempotencyKey ?? '') ? 'no usable Idempotency-Key' : undefined;
}

/** A reader may pass over a mark of the byte order (RFC 8259), and the gateway's does. */
function bodyFault(api: ApiDescription, { body }: Operation, shot: Shot): string | undefined {
  if (Object.keys(body).length === 0) return undefined;
  const type = shot.contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const content = body[type];
  if (!content) return `the media type ${type}`;
  if (type !== 'application/json') return undefined;
  try {
    return api.fault(content.schema ?? {}, JSON.parse((shot.body ?? '').replace(/^\ufeff/, '')));
  } catch {
    return 'no JSON';
  }
}

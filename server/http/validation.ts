import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import { validate as isUuid } from 'uuid';
import { isCalendarDay } from '../domain/calendar-day.ts';
import { readQuery } from './read-query.ts';
import type { QuerySchema } from './read-query.ts';

/**
 * Bodies and path values are taken as they are: with the usual settings `true` passes for the amount 1
 * and unknown fields vanish without a word. A schema with an unknown format does not compile.
 */
export const ajvOptions: NonNullable<FastifyServerOptions['ajv']> = {
  customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: true, allErrors: false, strict: true },
  onCreate: (ajv) => {
    // The stock formats take `urn:uuid:…` and the year 0, which PostgreSQL does not know.
    ajv.addFormat('uuid', isUuid);
    ajv.addFormat('date', isCalendarDay);
  },
};

/** Hook before validation: a query string is text and is read as its schema means it; a body never is. */
export async function readQueryString(request: FastifyRequest): Promise<void> {
  const schema = request.routeOptions.schema?.querystring as QuerySchema | undefined;
  if (schema) request.query = readQuery(request.query, schema);
}

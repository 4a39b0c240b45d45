import { Type } from 'typebox';
import type { TSchema } from 'typebox';
import { ImportResult } from '../../shared/contract/operator.ts';
import { Id } from '../../shared/contract/value.ts';
import { MAX_E_INVOICE_BYTES } from '../documents/read-e-invoice.ts';
import { importEInvoice } from '../domain/invoices/import-e-invoice.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';
import { sourceOf } from '../http/source-of.ts';

const FILE_TYPES = ['application/xml', 'text/xml', 'application/octet-stream'];

/** The bytes as they are; what is in them is for the reader of e-invoices to say. */
const FileBody: TSchema = { content: Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: {} }])) };

const add = declare({
  tag: 'Operator', access: 'operator', summary: "Import one e-invoice into an organisation's history",
  description: 'The body is the file: UBL 2.1 Invoice or CreditNote, or UN/CEFACT CII, of EN 16931. The same bytes again add nothing.',
  params: Type.Object({ organisationId: Id }, { additionalProperties: false }),
  body: FileBody,
  answers: { 200: ImportResult, 201: ImportResult },
  problems: ['KONTOR_NOT_FOUND', 'KONTOR_E_INVOICE_REFUSED'],
});

/** Acts of the operator. A plugin of its own, since only it takes files. */
export async function operatorRoutes(app: App, parts: AppParts): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post('/v1/operator/organisations/:organisationId/invoices', { ...add, bodyLimit: MAX_E_INVOICE_BYTES }, async (request, reply) => {
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const { organisationId: organisation } = request.params;
    const result = await importEInvoice(parts.database, { organisation, bytes, now: parts.clock.now(), actor: 'operator', source: sourceOf(request) });
    return await reply.code(result.outcome === 'added' ? 201 : 200).send(result);
  });
}

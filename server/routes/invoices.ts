import { Type } from 'typebox';
import { InvoiceDetail, InvoiceQuery, InvoiceWindow } from '../../shared/contract/invoice.ts';
import { Language } from '../../shared/contract/session.ts';
import { Id } from '../../shared/contract/value.ts';
import { listInvoices } from '../domain/invoices/list-invoices.ts';
import { PlaceMemory } from '../domain/invoices/place-memory.ts';
import { pdfFile } from '../domain/invoices/pdf-file.ts';
import { readInvoice } from '../domain/invoices/read-invoice.ts';
import { readLanguage } from '../domain/invoices/read-language.ts';
import { readOriginal } from '../domain/invoices/read-original.ts';
import { xmlFile } from '../domain/invoices/xml-file.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';
import { sendFile } from '../http/send-file.ts';

const BASE = '/v1/organisations/:organisationId/invoices';
const shared = { tag: 'Invoices', access: 'session', problems: ['KONTOR_BILLING_RIGHT_MISSING'] } as const;
const description = 'Feature invoices:read and the billing right.';
const demand = { feature: 'invoices:read', billing: true } as const;
const InOrganisation = Type.Object({ organisationId: Id }, { additionalProperties: false });
const OneInvoice = Type.Object({ organisationId: Id, invoiceId: Id }, { additionalProperties: false });
const file = { description: 'The file, to be saved.', mediaTypes: ['application/xml'] };
const paper = { description: 'The file, to be saved.', mediaTypes: ['application/pdf'] };
const PdfQuery = Type.Object({ language: Type.Optional(Language) }, { additionalProperties: false });

const list = declare({
  ...shared, description,
  summary: 'Invoices of an organisation, a part at a time',
  params: InOrganisation,
  query: InvoiceQuery,
  answers: { 200: InvoiceWindow },
});

const one = declare({ ...shared, description, summary: 'One invoice in full', params: OneInvoice, answers: { 200: InvoiceDetail } });

const original = declare({
  ...shared, description,
  summary: 'The file that an invoice was imported from, byte for byte',
  params: OneInvoice,
  answers: { 200: file },
});

const xml = declare({
  ...shared, description,
  summary: 'A final invoice of our own as e-invoice (EN 16931, UBL 2.1)',
  params: OneInvoice,
  answers: { 200: file },
});

const pdf = declare({
  ...shared,
  description: `${description} Left out, the language is the person's.`,
  summary: 'An invoice of our own as PDF: the final one after payment, before it the pro forma',
  params: OneInvoice,
  query: PdfQuery,
  answers: { 200: paper },
});

/** Invoices, their details and their documents. */
export function invoiceRoutes(app: App, parts: AppParts): void {
  const memory = new PlaceMemory();

  app.get(BASE, list, async (request) => await actIn(parts, request, demand, (act) => listInvoices(act, request.query, memory)));

  app.get(`${BASE}/:invoiceId`, one, async (request) =>
    await actIn(parts, request, demand, (act) => readInvoice(act, request.params.invoiceId)));

  app.get(`${BASE}/:invoiceId/original`, original, async (request, reply) =>
    await sendFile(reply, await actIn(parts, request, demand, (act) => readOriginal(act, request.params.invoiceId))));

  app.get(`${BASE}/:invoiceId/pdf`, pdf, async (request, reply) => {
    const { invoice, language } = await actIn(parts, request, demand, async (act) => ({
      invoice: await readInvoice(act, request.params.invoiceId),
      language: request.query.language ?? (await readLanguage(act)),
    }));
    return await sendFile(reply, await pdfFile(invoice, language));
  });

  app.get(`${BASE}/:invoiceId/xml`, xml, async (request, reply) =>
    await sendFile(reply, await xmlFile(await actIn(parts, request, demand, (act) => readInvoice(act, request.params.invoiceId)))));
}

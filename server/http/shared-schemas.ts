import type { TSchema } from 'typebox';
import { AuditRow, AuditWindow } from '../../shared/contract/audit.ts';
import { CurrencyTotal, InvoiceDetail, InvoiceRow, InvoiceWindow } from '../../shared/contract/invoice.ts';
import { ImportResult } from '../../shared/contract/operator.ts';
import { Catalogue, CatalogueItem, Order, OrderQuote, OrderWindow } from '../../shared/contract/order.ts';
import { CurrentOrganisation, OrganisationRow, OrganisationWindow } from '../../shared/contract/organisation.ts';
import { Client, ClientWindow, NewPartnerKey, Partner, PartnerAccess, PartnerKey } from '../../shared/contract/partner.ts';
import { Movement, MovementWindow, PrepaidBalance, PrepaidOutlook, TopUp } from '../../shared/contract/prepaid.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { Product, ProductWindow } from '../../shared/contract/product.ts';
import { AppliedCode, PromoCheckResult, PromoOffer } from '../../shared/contract/promo-code.ts';
import { Session, WidgetSession } from '../../shared/contract/session.ts';
import { ToPayRow, ToPayWindow } from '../../shared/contract/to-pay.ts';

/** The named schemas of the contract: registered once and referred to, so that OpenAPI names them too. */
const NAMED: readonly (TSchema & { $id?: string })[] = [
  CurrencyTotal, InvoiceDetail, InvoiceRow, InvoiceWindow, ImportResult,
  CurrentOrganisation, OrganisationRow, OrganisationWindow,
  Movement, MovementWindow, PrepaidBalance, PrepaidOutlook, TopUp, Problem, Product, ProductWindow,
  Session, WidgetSession, ToPayRow, ToPayWindow,
  CatalogueItem, Catalogue, PromoOffer, AppliedCode, PromoCheckResult, OrderQuote, Order, OrderWindow,
  Partner, PartnerKey, NewPartnerKey, PartnerAccess, Client, ClientWindow, AuditRow, AuditWindow,
];

/** Each named schema with references in place of the named ones inside it. */
export function sharedSchemas(): object[] {
  return NAMED.map((schema) => replaceInside(schema) as object);
}

/** A schema with a reference in place of every named one, itself included. */
export function referencing(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$id' in schema) return { $ref: `${schema.$id as string}#` };
  return replaceInside(schema);
}

function replaceInside(schema: object): unknown {
  if (Array.isArray(schema)) return schema.map(referencing);
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, referencing(value)]));
}

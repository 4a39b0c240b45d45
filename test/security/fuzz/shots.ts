import fc from 'fast-check';
import { CREDENTIALS, RIGHT } from './credentials.ts';
import type { Credential } from './credentials.ts';
import type { Operation, Parameter, Schema } from './api-description.ts';
import { brokenJson, contentType, hostileName, hostileText } from './hostile-values.ts';
import { valuesOf } from './schema-values.ts';
import type { Known } from './schema-values.ts';
import { spoiled } from './spoil.ts';
import { wireTrick } from './wire-tricks.ts';
import type { WireTrick } from './wire-tricks.ts';
import { xmlText } from './xml-texts.ts';

/** One request to one operation, before it is known who stands on the stage's other side of the ids. */
export interface Shot {
  readonly credential: Credential;
  readonly path: Readonly<Record<string, string>>;
  /** Names and values in the order of sending, a name perhaps twice. */
  readonly query: readonly (readonly [string, string])[];
  readonly idempotencyKey: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string | undefined;
  /** Sent over a real connection, told otherwise than a client library would. */
  readonly trick: WireTrick | undefined;
}

type Query = Shot['query'];

/** Requests to an operation: sound ones, and ones with a part of them spoiled. */
export function shotsAt(operation: Operation, known: Known): fc.Arbitrary<Shot> {
  const sound = soundParts(operation, known);
  const anybody = fc.constantFrom(...CREDENTIALS);
  const right = fc.constantFrom(...RIGHT[operation.access]);
  const spoilt = Object.entries(spoiledParts(operation, known));
  const base = { ...sound, credential: right, trick: fc.constant(undefined) };
  return fc.oneof(
    { weight: 5, arbitrary: shot(base) },
    { weight: 2, arbitrary: shot({ ...base, credential: anybody }) },
    { weight: 2, arbitrary: shot({ ...base, trick: wireTrick }) },
    ...spoilt.map(([name, part]) => ({ weight: name === 'body' ? 4 : 2, arbitrary: shot({ ...base, [name]: part }) })),
    { weight: 1, arbitrary: shot({ ...base, ...Object.fromEntries(spoilt), credential: anybody }) },
  );
}

type Parts = { [Part in keyof Shot]: fc.Arbitrary<Shot[Part]> };

function shot(parts: Parts): fc.Arbitrary<Shot> {
  return fc.record(parts);
}

function soundParts({ parameters, body }: Operation, known: Known): Omit<Parts, 'credential' | 'trick'> {
  const [mediaType, content] = Object.entries(body)[0] ?? [];
  const isJson = mediaType === 'application/json';
  const json = valuesOf(content?.schema ?? {}, known).map((value) => JSON.stringify(value));
  return {
    path: fc.record(Object.fromEntries(parametersIn(parameters, 'path').map(({ name, schema }) => [name, valuesOf(schema, known, `{${name}}`).map(String)]))),
    query: soundQuery(parametersIn(parameters, 'query'), known),
    idempotencyKey: parametersIn(parameters, 'header').length > 0 ? valuesOf({ type: 'string' }, known, 'idempotency-key').map(String) : fc.constant(undefined),
    contentType: fc.constant(mediaType),
    body: mediaType === undefined ? fc.constant(undefined) : isJson ? json : xmlText,
  };
}

function soundQuery(parameters: readonly Parameter[], known: Known): fc.Arbitrary<Query> {
  const each = parameters.map(({ name, schema, required }) => {
    const value = valuesOf(schema, known, name);
    const sent = required ? value : fc.option(value, { freq: 3, nil: [] });
    return sent.map((values) => [values].flat().map((one) => [name, String(one)] as const));
  });
  return fc.tuple(...each).map((pairs) => pairs.flat());
}

/** Of each part that the operation has, the ways to send it wrong. */
function spoiledParts(operation: Operation, known: Known): Partial<Parts> {
  const { parameters, body } = operation;
  const sound = soundParts(operation, known);
  const schema: Schema | undefined = body['application/json']?.schema;
  const names = parametersIn(parameters, 'path').map(({ name }) => name);
  const key = fc.option(hostileText.map(headerText), { nil: undefined });
  return {
    ...(names.length > 0 ? { path: fc.tuple(sound.path, fc.constantFrom(...names), hostileText).map(([path, name, text]) => ({ ...path, [name]: text })) } : {}),
    query: fc.tuple(sound.query, strayQuery(parameters)).map(([query, stray]) => [...query, ...stray]),
    ...(parametersIn(parameters, 'header').length > 0 ? { idempotencyKey: key } : {}),
    ...(schema ? { body: fc.oneof({ weight: 3, arbitrary: spoiled(valuesOf(schema, known)).map((value) => JSON.stringify(value) ?? '') }, { weight: 1, arbitrary: brokenJson }) } : {}),
    ...(Object.keys(body).length > 0 ? { contentType: fc.option(contentType, { nil: undefined }) } : {}),
  };
}

function strayQuery(parameters: readonly Parameter[]): fc.Arbitrary<Query> {
  const declared = parametersIn(parameters, 'query').map(({ name }) => name);
  const name = declared.length > 0 ? fc.oneof(hostileName, fc.constantFrom(...declared)) : hostileName;
  return fc.array(fc.tuple(name, hostileText), { minLength: 1, maxLength: 3 });
}

function parametersIn(parameters: readonly Parameter[], place: Parameter['in']): Parameter[] {
  return parameters.filter((parameter) => parameter.in === place);
}

/** What a header can hold at all. */
function headerText(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').trim();
}

/** The address of a shot. */
export function addressOf({ path }: Operation, shot: Shot): string {
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) => encode(shot.path[name] ?? ''));
  const query = shot.query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return query === '' ? filled : `${filled}?${query}`;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

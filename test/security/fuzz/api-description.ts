import { validate as isUuid } from 'uuid';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { isCalendarDay } from '../../../server/domain/calendar-day.ts';
import type { App } from '../../../server/http/app-parts.ts';

/** The parts of JSON Schema that the contract is written in. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
export type Access = 'public' | 'session' | 'partner' | 'operator';
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** One method at one address, as the description tells it. */
export interface Operation {
  readonly method: Method;
  /** With the names of its parameters in braces. */
  readonly path: string;
  readonly access: Access;
  readonly parameters: readonly Parameter[];
  /** What it takes, by media type; empty where it takes no body. */
  readonly body: Content;
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Described = Omit<Operation, 'method' | 'path' | 'access' | 'body' | 'parameters'> & {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly security: readonly Readonly<Record<string, unknown>>[];
};

const ID = 'https://kontor.test/api';

/** The API as `/openapi.json` tells it, and a validator of its own that knows nothing of the gateway's. */
export class ApiDescription {
  readonly operations: readonly Operation[];
  readonly #ajv = new Ajv2020({ strict: false });
  readonly #compiled = new Map<Schema, ValidateFunction>();

  private constructor(description: { paths: Record<string, Record<string, Described>>; components: object }) {
    const formats = { uuid: isUuid, date: isCalendarDay, 'date-time': (text: string) => !Number.isNaN(Date.parse(text)), binary: true } as const;
    for (const [name, format] of Object.entries(formats)) this.#ajv.addFormat(name, format);
    this.#ajv.addSchema({ $id: ID, components: description.components });
    this.operations = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, described]) => operationOf(method, path, described)));
  }

  static async of(app: App): Promise<ApiDescription> {
    const text = (await app.inject('/openapi.json')).body;
    return new ApiDescription(JSON.parse(text.replaceAll('"$ref":"#/', `"$ref":"${ID}#/`)));
  }

  /** What is wrong with a value by a schema; `undefined` where nothing. */
  fault(schema: Schema, value: unknown): string | undefined {
    const validate = this.#compiled.get(schema) ?? this.#ajv.compile(schema);
    this.#compiled.set(schema, validate);
    return validate(value) ? undefined : this.#ajv.errorsText(validate.errors);
  }
}

function operationOf(method: string, path: string, { parameters = [], requestBody, responses, security }: Described): Operation {
  const access = (Object.keys(security[0] ?? {})[0] ?? 'public') as Access;
  return { method: method.toUpperCase() as Method, path, access, parameters, body: requestBody?.content ?? {}, responses };
}

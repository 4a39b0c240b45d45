/** `npm run operator -- <act>`: the operator's acts, done by the running gateway and kept in its audit log. */
import { once } from 'node:events';
import { readConfig } from './config.ts';
import { OPERATOR_USAGE, operatorRequest } from './operator/acts.ts';
import type { Options } from './operator/acts.ts';
import { askGateway } from './operator/ask-gateway.ts';
import type { AskedGateway } from './operator/ask-gateway.ts';
import { exitWith } from './process-end.ts';
import { DEMO_OPERATOR_KEY } from './seed/demo-credentials.ts';
import { runningGateway } from './storage/data-folder-lock.ts';

/** What would steer a terminal rather than print. */
// oxlint-disable-next-line no-control-regex
const STEERING = /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Options without a value. */
const FLAGS: ReadonlySet<string> = new Set(['new-customers-only', 'stands-alone']);

try {
  await run();
} catch (error) {
  exitWith(error);
}

async function run(): Promise<void> {
  const { words, options } = readArguments();
  const request = operatorRequest(words, options);
  const answer = await askGateway(gateway(), request);
  if (!/^application\/json\b/.test(answer.headers.get('content-type') ?? '')) return await print(answer);
  const body = (await answer.json()) as { rows?: readonly unknown[]; secret?: string; key?: unknown };
  if (body.secret !== undefined) {
    console.error(`${line(body.key)}\nThis is shown once:`);
    console.log(body.secret);
  } else {
    for (const row of body.rows ?? [body]) console.log(line(row));
  }
}

/** A file, as it comes. */
async function print({ body }: Response): Promise<void> {
  for await (const bytes of body ?? []) if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
}

function line(row: unknown): string {
  return JSON.stringify(row).replaceAll(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function gateway(): AskedGateway {
  const { url, folder, databaseUrl, operatorKey } = readConfig(process.env);
  const address = process.env['KONTOR_GATEWAY'] || (databaseUrl ? url : runningGateway(folder));
  if (address === undefined) throw new RangeError(`No gateway runs on ${folder}: start one, or set KONTOR_GATEWAY to its address.`);
  return { address, key: operatorKey ?? DEMO_OPERATOR_KEY };
}

/** Words, then options, each with a value but for the flags; which options there are is for the act to say. */
function readArguments(): { words: string[]; options: Options } {
  const given = process.argv.slice(2);
  const first = given.findIndex((word) => word.startsWith('--'));
  const words = first < 0 ? given : given.slice(0, first);
  const rest = given.slice(words.length);
  const options: Record<string, string[]> = Object.create(null);
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name = '', value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === '') throw new RangeError(`${word} is no option.\n${OPERATOR_USAGE}`);
    const text = value ?? (FLAGS.has(name) ? '' : rest.shift());
    if (text === undefined) throw new RangeError(`--${name} needs a value.`);
    (options[name] ??= []).push(text);
  }
  return { words, options };
}

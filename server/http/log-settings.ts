import { DatabaseError } from '../storage/database.ts';

/** SQLSTATE classes whose messages repeat values that were sent: data exceptions and constraints. */
const TELLING = /^(22|23)/;

/** What the gateway logs with; of things that others wrote never a value that may be a secret. */
export function logSettings(level: string): { level: string; serializers: { err: (error: unknown) => Fault; reason: (text: unknown) => string } } {
  return { level, serializers: { err: faultOf, reason: withoutSecrets } };
}

export interface Fault {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly [name: string]: unknown;
}

/** A fault: its kind, code and place. The message of one that repeats what it was given is left out. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const repeats = error instanceof SyntaxError || (error instanceof DatabaseError && TELLING.test(error.code));
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    message: repeats ? '' : withoutSecrets(error.message),
    stack: frames(error),
  };
}

/** A text without what looks like an e-mail address, a token, a key or a code in it. */
export function withoutSecrets(text: unknown): string {
  return String(text)
    .slice(0, 500)
    .replaceAll(/[^\s"'<>()=&?;,]+@[^\s"'<>()=&?;,]+/g, '[…]')
    .replaceAll(/[\w~+/=.-]{20,}/g, (run) => (/\d/.test(run) || /[A-Z]/.test(run) ? '[…]' : run));
}

/** Where it happened: the stack without the message at its head. */
function frames({ stack = '' }: Error): string {
  return stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
}

import {spawn} from 'node:child_process';

/** How a command ended, with everything it printed. */
export interface CommandResult {
  /** The exit code; `null` when a signal ended it. */
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs a JavaScript tool on this Node and waits for its end.
 * @param options `onOutput` hears each piece of output at once; `env` replaces the environment.
 */
export function runTool(
  args: readonly string[],
  signal: AbortSignal,
  options: {env?: NodeJS.ProcessEnv; onOutput?: (text: string) => void} = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {env: options.env ?? process.env, stdio: ['ignore', 'pipe', 'pipe']});
    const stop = (): void => void child.kill('SIGINT');
    signal.addEventListener('abort', stop);
    let output = '';
    const take = (text: string): void => {
      output += text;
      options.onOutput?.(text);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
    child.on('error', (error) => take(`${error.message}\n`));
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop);
      resolve({code, output});
    });
  });
}

import { createServer, request as send } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

/**
 * What befalls a request on its way: `cut` never reaches the gateway, `lose` reaches it and loses the
 * answer, `half` breaks in the middle of the answer, `silent` is never answered; or somebody else answers.
 */
export type Trouble = 'cut' | 'lose' | 'half' | 'silent' | { status: number; type: string; body: string };

/** Stands before a gateway and gives on what it hears, but for the troubles it was told of. */
export class TroubledLine {
  /** Requests that arrived, `GET /v1/session 200`; without the status while there is no answer. */
  readonly heard: string[] = [];
  readonly #server: Server;
  readonly #gateway: string;
  readonly #troubles: Trouble[] = [];
  #change = Promise.withResolvers<void>();

  private constructor(gateway: string) {
    this.#gateway = gateway;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  /** Listens on a free port until the test file ends. */
  static async before(gateway: string): Promise<TroubledLine> {
    const line = new TroubledLine(gateway);
    await new Promise<void>((resolve) => void line.#server.listen(0, '127.0.0.1', resolve));
    after(() => {
      line.#server.close();
      line.#server.closeAllConnections();
    });
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next requests meet these troubles, one each; later ones none. What was heard is forgotten. */
  meet(...troubles: readonly Trouble[]): void {
    this.#troubles.splice(0, Infinity, ...troubles);
    this.heard.length = 0;
  }

  /** Waits until a line of `heard` begins so. */
  async hears(beginning: string): Promise<void> {
    while (!this.heard.some((line) => line.startsWith(beginning))) await this.#change.promise;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = this.heard.push(`${request.method} ${request.url}`) - 1;
    const trouble = this.#troubles.shift();
    this.#tell();
    response.on('close', () => this.#tell());
    if (trouble === 'silent') return;
    if (trouble === 'cut') return void request.socket.destroy();
    if (typeof trouble === 'object') {
      response.writeHead(trouble.status, { 'content-type': trouble.type, 'access-control-allow-origin': '*' }).end(trouble.body);
      return;
    }
    const onwards = send(this.#gateway + request.url, { method: request.method, headers: request.headers }, (answer) => {
      this.heard[at] += ` ${answer.statusCode}`;
      this.#tell();
      if (trouble === 'lose') return void request.socket.destroy();
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      if (trouble !== 'half') return void answer.pipe(response);
      answer.once('data', (bytes: Buffer) => response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy()));
    });
    request.pipe(onwards);
  }

  #tell(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers<void>();
  }
}

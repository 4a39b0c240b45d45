const LOOPBACK = /^(localhost|127\.0\.0\.1)$/;

/**
 * The origin of the gateway that a person typed, where tokens may be sent to: https, or plain http on this
 * machine alone. Without a scheme it is taken for https, on this machine for http.
 * @returns undefined for what is no such address
 */
export function gatewayOrigin(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || url.username !== '' || url.password !== '') return undefined;
  if (url.protocol === 'https:' && LOOPBACK.test(url.hostname) && !/^https:/i.test(text)) return `http://${url.host}`;
  return url.protocol === 'https:' || isLoopback(url) ? url.origin : undefined;
}

/** Whether a gateway runs on this machine, over plain http. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && LOOPBACK.test(hostname);
}

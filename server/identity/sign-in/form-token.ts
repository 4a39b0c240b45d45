import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a form of ours carries so that no other page can send it: bound to the interaction or session it is shown in. */
export function formToken(secret: Buffer, shownIn: string): string {
  return createHmac('sha256', secret).update(shownIn).digest('base64url');
}

export function isFormToken(token: string, secret: Buffer, shownIn: string): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(formToken(secret, shownIn))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

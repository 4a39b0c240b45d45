/** The families that are told apart, the more special names first: browsers also name those they descend from. */
const FAMILIES: readonly (readonly [pattern: RegExp, family: string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^(node|undici)\b/, 'Node.js'],
  [/^(python|okhttp|Java|Go-http-client|PHP|GuzzleHttp|axios)\b/i, 'program'],
];

/**
 * The family of the browser or program that a request names (`User-Agent`): enough to tell one's own acts
 * from a stranger's, and nothing that a caller could fill a log with.
 */
export function agentFamily(userAgent: string | undefined): string | null {
  if (userAgent === undefined) return null;
  return FAMILIES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other';
}

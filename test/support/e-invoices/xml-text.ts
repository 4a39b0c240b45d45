/** Escapes text for element content and attributes; a carriage return would come back as a line feed. */
function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** `<name attributes>content</name>`; `content` is XML already. An `undefined` content leaves the element out. */
export function element(name: string, content: string | undefined, attributes: Record<string, string> = {}): string {
  if (content === undefined) return '';
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${written.join('')}>${content}</${name}>\n`;
}

/** An element with text, or nothing where there is no text. */
export function textElement(name: string, text: string | undefined, attributes: Record<string, string> = {}): string {
  return element(name, text === undefined ? undefined : escapeXml(text), attributes);
}

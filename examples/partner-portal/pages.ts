import type { PortalUser } from './sign-in.ts';
import { type Language, LANGUAGES, type Words, wordsOf } from './words.ts';

/** Text and attribute values; everything that is put into a page goes through it. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · Example Agency</title>
<link rel="icon" href="/agency.svg" type="image/svg+xml">
<link rel="stylesheet" href="/portal.css">
<script type="module" src="/portal.js"></script>
<script type="module" src="/cart.js"></script>
</head>
<body>
${body}
</body>
</html>`;
}

function languageMenu(words: Words, current: Language): string {
  const options = LANGUAGES.map(
    (code) => `<option value="${code}" lang="${code}"${code === current ? ' selected' : ''}>${wordsOf(code).language}</option>`,
  );
  return `<label class="choice"><span>${words.languageLabel}</span><select id="language">${options.join('')}</select></label>`;
}

/** The portal with Kontor's elements: everything a partner writes into the page is in `<main>`. */
export function portalPage(user: PortalUser, language: Language, gatewayUrl: string): string {
  const words = wordsOf(language);
  return page(
    language,
    words.title,
    `<header class="bar">
  <a class="brand" href="/"><img src="/agency.svg" alt="" width="28" height="28">Example Agency</a>
  <div class="tools">
    ${languageMenu(words, language)}
    <label class="choice"><span>${words.appearance}</span><select id="appearance">
      <option value="">${words.auto}</option><option value="light">${words.light}</option><option value="dark">${words.dark}</option>
    </select></label>
    <form id="sign-out" method="post" action="/sign-out"><span class="who">${escape(user.name)}</span><button>${words.signOut}</button></form>
  </div>
</header>
<noscript><p class="notice">${words.noScript}</p></noscript>
<main>
  <kontor-session gateway="${escape(gatewayUrl)}" data-remove="${words.remove}">
    <div class="head">
      <div><h1>${words.title}</h1><p>${words.intro}</p></div>
      <kontor-org-switcher></kontor-org-switcher>
    </div>
    <div class="pair">
      <kontor-prepaid-balance></kontor-prepaid-balance>
      <section class="card order" aria-labelledby="order">
        <h2 id="order">${words.order}</h2>
        <ul id="cart" data-empty="${words.empty}"></ul>
        <form id="add" inert><label>${words.product}<select name="product"></select></label><button>${words.add}</button></form>
        <kontor-promo-code placeable></kontor-promo-code>
      </section>
    </div>
    <kontor-invoice-list class="card"></kontor-invoice-list>
  </kontor-session>
</main>`,
  );
}

/** The portal's own sign-in, with the demo's people to choose from where there are some. */
export function signInPage(language: Language, demo: readonly { name: string; email: string }[], failed: boolean, email = ''): string {
  const words = wordsOf(language);
  const people = demo.map(
    (user) => `<li><button type="button" data-email="${escape(user.email)}"><b>${escape(user.name)}</b><span>${escape(user.email)}</span></button></li>`,
  );
  return page(
    language,
    words.signIn,
    `<main class="sign-in">
  <form method="post" action="/sign-in" class="card">
    <p class="brand"><img src="/agency.svg" alt="" width="28" height="28">Example Agency</p>
    <h1>${words.signIn}</h1>
    ${failed ? `<p class="notice" role="alert">${words.wrong}</p>` : ''}
    <label>${words.email}<input name="email" type="email" autocomplete="username" required value="${escape(email)}"></label>
    <label>${words.password}<input name="password" type="password" autocomplete="current-password" required></label>
    <button class="primary">${words.signIn}</button>
  </form>
  <section class="demo" aria-label="${words.demo}">
    <div class="demo-head"><h2>${words.demo}</h2>${languageMenu(words, language)}</div>
    <p>${words.demoHint} <code>counting-house</code>.</p>
    <ul>${people.join('')}</ul>
  </section>
</main>`,
  );
}

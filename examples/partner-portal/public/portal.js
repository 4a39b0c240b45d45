import '/kontor/kontor.js';

/* What a partner writes for Kontor: hand the kit a function that asks the portal's own backend. */
const session = document.querySelector('kontor-session');
if (session) {
  session.fetchToken = async ({ organisation }) => {
    const response = await fetch('/kontor-session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ organisation }),
    });
    if (response.status === 401) location.assign('/sign-in');
    if (!response.ok) throw new Error(`The portal answered ${response.status}.`);
    return response.json();
  };
}

/* An invoice behind a movement of the balance is shown by the list of the same page. */
session?.addEventListener('kontor-invoice-show', ({ detail }) => document.querySelector('kontor-invoice-list')?.show(detail));

/* The portal's own page. */
const store = (name, value) => (document.cookie = `${name}=${value}; Path=/; SameSite=Strict; Max-Age=31536000`);

const language = document.querySelector('#language');
const speak = () => {
  store('language', language.value);
  location.reload();
};
language?.addEventListener('change', speak);
// Somebody may have chosen before this script was here.
if (language && language.value !== document.documentElement.lang) speak();

const appearance = document.querySelector('#appearance');
const show = (value) => (document.documentElement.dataset.appearance = value);
const chosen = /(?:^|; )appearance=(light|dark)/.exec(document.cookie)?.[1] ?? '';
show(chosen);
if (appearance) {
  appearance.value = chosen;
  appearance.addEventListener('change', () => {
    store('appearance', appearance.value);
    show(appearance.value);
  });
}

document.querySelector('#sign-out')?.addEventListener('submit', () => session?.logout());

for (const button of document.querySelectorAll('[data-email]')) {
  button.addEventListener('click', () => {
    const form = document.querySelector('form');
    form.elements.email.value = button.dataset.email;
    form.elements.password.value = 'counting-house';
    form.requestSubmit();
  });
}

/*
 * The portal's own cart beside <kontor-promo-code>: what is in the order comes from the session's client,
 * and a change goes through the element, which asks first where a promo code would be lost.
 */
const session = document.querySelector('kontor-session');
const promo = document.querySelector('kontor-promo-code');
const cart = document.querySelector('#cart');
const add = document.querySelector('#add');
let order;

if (session && promo) {
  session.addEventListener('kontor-session-started', begin);
  session.addEventListener('kontor-organisation-switched', begin);
  promo.addEventListener('kontor-order-change', async ({ detail }) => {
    const { client } = session;
    const read = await client?.order(detail.order).catch(() => undefined);
    // Meanwhile the person may have gone to another organisation.
    if (read && client === session.client) show(read);
  });
  add.addEventListener('submit', (event) => {
    event.preventDefault();
    void put(add.elements.product.value);
  });
}

async function begin() {
  const { client } = session;
  add.inert = true;
  show(undefined);
  if (!client.can('orders:write') || !client.session.organisation.billingRight) return;
  const [{ items }, { rows }] = await Promise.all([client.catalogue(), client.orders({ state: 'open', limit: 1 })]);
  if (client !== session.client) return;
  add.elements.product.replaceChildren(...items.map(({ id, name, net }) => new Option(`${name} · ${money(net)}`, id)));
  add.inert = false;
  show(order ?? rows[0]);
}

function show(read) {
  order = read?.state === 'open' ? read : undefined;
  cart.replaceChildren(...(order?.items ?? []).map(line));
  // Before it is known whether there is an order, and to whom it is no business, nothing is said.
  if (!order && !add.inert) cart.append(Object.assign(document.createElement('li'), { textContent: cart.dataset.empty, className: 'empty' }));
}

function line({ item, name, quantity, net }) {
  const remove = Object.assign(document.createElement('button'), { type: 'button', textContent: '×' });
  remove.setAttribute('aria-label', `${session.dataset.remove}: ${name}`);
  // An order is never empty: the last thing in it stays.
  remove.hidden = order.items.length === 1;
  remove.addEventListener('click', () => (promo.items = things().filter((thing) => thing.item !== item)));
  const entry = document.createElement('li');
  entry.append(text(quantity > 1 ? `${quantity} × ${name}` : name), text(money({ amount: net, currency: order.currency })), remove);
  return entry;
}

async function put(item) {
  if (!order) {
    await session.client.createOrder({ items: [{ item, quantity: 1 }], paymentMethod: null, codes: [] });
    promo.refresh();
    return;
  }
  const known = things().some((thing) => thing.item === item);
  promo.items = known
    ? things().map((thing) => (thing.item === item ? { item, quantity: thing.quantity + 1 } : thing))
    : [...things(), { item, quantity: 1 }];
}

const things = () => order.items.map(({ item, quantity }) => ({ item, quantity }));
const text = (content) => Object.assign(document.createElement('span'), { textContent: content });

/** Written as the elements beside it write it: the code first. */
function money({ amount, currency }) {
  const { maximumFractionDigits: digits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const format = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${currency}\u00a0${format.format(amount / 10 ** digits)}`;
}

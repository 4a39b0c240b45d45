import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { expectAccessible } from '../../support/a11y.ts';
import { GATEWAY, PopupHarness } from '../../support/harnesses/popup.harness.ts';

describe('the popup of somebody who is not signed in', () => {
  let page: PopupHarness;
  const field = (): HTMLInputElement => page.root.querySelector('kontor-popup-sign-in')?.renderRoot.querySelector('input') as HTMLInputElement;

  afterEach(async () => {
    await page.leave();
    await deleteDB('kontor');
  });

  it('offers to sign in at the usual gateway, by Enter', async () => {
    page = await PopupHarness.signedOut({ status: 'idle' });
    expect(page.size).to.equal('400 x 600');
    await page.sees(() => page.focused?.textContent === 'Sign in');
    expect(field().value).to.equal(GATEWAY);
    await expectAccessible(page.element);
    await page.push('Sign in');
    expect(page.asked).to.deep.equal([`sign-in ${GATEWAY}`]);
  });

  it('takes a typed address, and refuses one where tokens must not go', async () => {
    page = await PopupHarness.signedOut({ status: 'idle' });
    field().value = 'http://kontor.example';
    await page.push('Sign in');
    await page.sees('begins with https://');
    expect(page.asked).to.deep.equal([]);
    await expectAccessible(page.element);
    field().value = 'kontor.example';
    await page.push('Sign in');
    expect(page.asked).to.deep.equal(['sign-in https://kontor.example']);
  });

  it('says where to go on while the window is open, and can be given up', async () => {
    page = await PopupHarness.signedOut({ status: 'open', gateway: 'https://kontor.example' });
    await page.sees('Finish signing in at kontor.example');
    await expectAccessible(page.element);
    await page.push('Cancel');
    expect(page.asked).to.deep.equal(['cancel-sign-in']);
  });

  for (const [code, words] of Object.entries({
    KONTOR_CLIENT_OFFLINE: 'You are offline.',
    KONTOR_CLIENT_UNREACHABLE: 'The gateway cannot be reached.',
    KONTOR_SIGN_IN_NO_GATEWAY: 'is not a Kontor gateway',
    KONTOR_SIGN_IN_REFUSED: 'The gateway refused the sign-in.',
    KONTOR_SIGN_IN_WINDOW_OPEN: 'still open',
    KONTOR_SIGN_IN_ENDED: 'Your session has ended.',
    KONTOR_INTERNAL: 'The sign-in failed.',
  } as const)) {
    it(`says why it failed: ${code}`, async () => {
      page = await PopupHarness.signedOut({ status: 'failed', gateway: 'https://kontor.example', code: code as 'KONTOR_INTERNAL' });
      await page.sees(words);
      expect(field().value).to.equal('https://kontor.example');
    });
  }

  it('speaks five languages', async () => {
    for (const [locale, words] of Object.entries({ de: 'Anmelden', es: 'Iniciar sesión', fr: 'Se connecter', it: 'Accedi' })) {
      page = await PopupHarness.signedOut({ status: 'idle' }, { locale });
      await page.sees(words);
      await page.leave();
    }
    page = await PopupHarness.signedOut({ status: 'idle' });
  });
});

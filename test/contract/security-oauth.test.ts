import { describe, test } from 'node:test';
import { AttackStage } from '../security/attacks/attack.ts';
import { oauthRequestAttacks } from '../security/attacks/oauth-requests.ts';
import { oauthTokenAttacks } from '../security/attacks/oauth-tokens.ts';
import { Fixture } from '../support/fixture.ts';

// What races for a code or token has to race on a real server.
const stage = new AttackStage(await Fixture.start('postgres'));

describe('attacks on sign-in', () => {
  for (const { name, run } of [...oauthRequestAttacks, ...oauthTokenAttacks]) test(name, () => run(stage));
});

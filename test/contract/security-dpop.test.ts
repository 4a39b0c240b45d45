import { describe, test } from 'node:test';
import { AttackStage } from '../security/attacks/attack.ts';
import { dpopAttacks } from '../security/attacks/dpop-proofs.ts';
import { Fixture } from '../support/fixture.ts';

const stage = new AttackStage(await Fixture.start());

describe('attacks on proofs of possession', () => {
  for (const { name, run } of dpopAttacks) test(name, () => run(stage));
});

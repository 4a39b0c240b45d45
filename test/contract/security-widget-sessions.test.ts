import { describe, test } from 'node:test';
import { AttackStage } from '../security/attacks/attack.ts';
import { boundSessionAttacks } from '../security/attacks/bound-sessions.ts';
import { widgetOriginAttacks } from '../security/attacks/widget-origins.ts';
import { widgetTokenAttacks } from '../security/attacks/widget-tokens.ts';
import { Fixture } from '../support/fixture.ts';

const stage = new AttackStage(await Fixture.start());

describe('attacks on widget sessions', () => {
  for (const { name, run } of [...widgetOriginAttacks, ...widgetTokenAttacks, ...boundSessionAttacks]) test(name, () => run(stage));
});

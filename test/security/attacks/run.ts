import { Fixture } from '../../support/fixture.ts';
import type { SecurityOptions, SecurityReport } from '../report.ts';
import { AttackStage } from './attack.ts';
import { boundSessionAttacks } from './bound-sessions.ts';
import { dpopAttacks } from './dpop-proofs.ts';
import { oauthRequestAttacks } from './oauth-requests.ts';
import { oauthTokenAttacks } from './oauth-tokens.ts';
import { widgetOriginAttacks } from './widget-origins.ts';
import { widgetTokenAttacks } from './widget-tokens.ts';

const ALL = [...oauthRequestAttacks, ...oauthTokenAttacks, ...dpopAttacks, ...widgetOriginAttacks, ...widgetTokenAttacks, ...boundSessionAttacks];

/** Every named attack once, each also a test of its own name in `test/contract/security-*.test.ts`. */
export async function run(_options: SecurityOptions): Promise<SecurityReport> {
  const fixture = await Fixture.open();
  const failures: string[] = [];
  try {
    const stage = new AttackStage(fixture);
    for (const attack of ALL) {
      await attack.run(stage).catch((error: unknown) => failures.push(`${attack.name}: ${error instanceof Error ? error.message : String(error)}`));
    }
  } finally {
    await fixture.close();
  }
  return { name: 'attacks', counts: { 'attack cases': ALL.length }, failures };
}

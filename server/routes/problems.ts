import { Type } from 'typebox';
import { PROBLEMS } from '../../shared/contract/problem.ts';
import type { ProblemCode } from '../../shared/contract/problem.ts';
import type { App } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';

const Description = Type.Object(
  { code: Type.String(), status: Type.Integer(), title: Type.String() },
  { additionalProperties: false },
);

const read = declare({
  tag: 'Operation', access: 'public', summary: 'What a problem code means; a problem\'s `type` leads here',
  params: Type.Object({ code: Type.Enum(Object.keys(PROBLEMS) as ProblemCode[]) }, { additionalProperties: false }),
  answers: { 200: Description },
});

/** The addresses that problems carry as their type. */
export function problemRoutes(app: App): void {
  app.get('/problems/:code', read, async ({ params: { code } }) => ({ code, ...PROBLEMS[code] }));
}

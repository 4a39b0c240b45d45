import type { ToolbarTerms } from './terms.ts';

const rules = new Intl.PluralRules('es');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: ToolbarTerms = {
  signedOut: 'Sin iniciar sesión',
  available: (amount) => `${amount} disponibles`,
  low: 'El saldo prepago es bajo',
  toPay: (_count, shown) => `${shown} por pagar`,
  overdue: (count, shown) => `${shown} ${one(count) ? 'vencida' : 'vencidas'}`,
  nothingToPay: 'Nada por pagar',
  asOf: (time) => `Datos del ${time}`,
  noRight: 'Los importes son visibles con el derecho de facturación',
  outdated: (time) => `Sin actualizar desde el ${time}, por eso no se muestra nada`,
  none: 'Aún no hay datos',
};
export default terms;

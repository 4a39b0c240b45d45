import problem from '../../../terms/problem/es.ts';
import type { PromoCodeTerms } from './terms.ts';

const terms: PromoCodeTerms = {
  label: 'Código promocional',
  method: 'Forma de pago',
  methods: { prepaid: 'Saldo prepago', card: 'Tarjeta', 'bank-transfer': 'Transferencia' },
  methodFirst: 'Elija primero la forma de pago: de ella depende qué códigos valen.',
  several: 'Varios códigos: sepárelos con espacios o comas.',
  have: '¿Tiene un código promocional?',
  apply: 'Aplicar',
  tryOut: 'Probar sin aplicar',
  check: 'Comprobar',
  checkHint: 'Muestra qué ofrece y qué exige un código. El código no se gasta.',
  noOrder: 'No hay ningún pedido abierto. Aun así puede comprobar qué ofrece un código.',
  unapplied: 'Aplique el código promocional o vacíe su campo.',
  codes: 'Códigos de este pedido',
  remove: (code) => `Quitar ${code}`,
  totals: 'Importe del pedido',
  list: 'Precio neto',
  discount: 'Descuento',
  vat: (rate) => `IVA ${rate}`,
  total: 'Total',
  place: (amount) => `Pedir · ${amount}`,
  noRight: 'No tiene el derecho de facturación en esta organización.',
  whoCanHelp: (names) => `Estas personas pueden concedérselo o hacer el pedido: ${names}.`,
  problem,
};
export default terms;

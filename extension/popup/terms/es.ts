import problem from '../../../widgets/terms/problem/es.ts';
import type { PopupTerms } from './terms.ts';

const rules = new Intl.PluralRules('es');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: PopupTerms = {
  problem,
  search: 'Cambiar de organización',
  sections: 'Secciones',
  overview: 'Resumen',
  invoices: 'Facturas',
  promoCode: 'Código promo',
  due: {
    title: 'Por pagar',
    count: (count, shown) => `${shown} ${one(count) ? 'concepto' : 'conceptos'}`,
    overdue: (count, shown) => `${shown} ${one(count) ? 'vencido' : 'vencidos'}`,
    late: 'Vencido',
    none: (day) => `Nada por pagar hasta el ${day}.`,
  },
  line: {
    offline: 'Sin conexión',
    unreachable: 'Gateway no accesible',
    ended: 'Sesión terminada',
    asOf: (age) => `datos de ${age}`,
  },
  settings: 'Ajustes',
  signOut: 'Cerrar sesión',
  signOutQuestion: '¿Cerrar sesión?',
  signOutNote: 'Se borra todo lo guardado en este dispositivo: importes, listas y claves.',
  cancel: 'Cancelar',
  signIn: {
    lead: 'Sus organizaciones, su saldo prepago y sus facturas, a una tecla.',
    gateway: 'Dirección del gateway',
    gatewayHint: 'Su proveedor le indica esta dirección.',
    gatewayInvalid: 'Introduzca una dirección que empiece por https://, o una de este dispositivo.',
    act: 'Iniciar sesión',
    open: 'Iniciando sesión…',
    openLead: (gateway) => `Termine de iniciar sesión en ${gateway} en la ventana que se ha abierto.`,
    failures: {
      offline: 'No hay conexión. Inicie sesión cuando vuelva a tenerla.',
      unreachable: 'No se puede acceder al gateway. Compruebe la dirección o inténtelo más tarde.',
      noGateway: 'Lo que responde en esta dirección no es un gateway Kontor. Compruebe la dirección.',
      refused: 'El gateway ha rechazado el inicio de sesión. Inténtelo de nuevo.',
      windowOpen: 'La ventana de un inicio de sesión anterior sigue abierta. Ciérrela e inténtelo de nuevo.',
      ended: 'La sesión ha terminado. Inicie sesión de nuevo.',
      other: 'No se ha podido iniciar sesión. Inténtelo de nuevo.',
    },
    noStore: 'El navegador no permite que Kontor guarde nada en este dispositivo. Permita el almacenamiento a las extensiones y vuelva a abrir Kontor.',
  },
};
export default terms;

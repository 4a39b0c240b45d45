import type { PanelTerms } from './terms.ts';

const terms: PanelTerms = {
  causes: {
    'top-up': 'Recarga',
    'charge-back': 'Devolución del cargo',
    payment: 'Pago',
    refund: 'Reembolso',
    withdrawal: 'Retirada',
    'debt-settlement': 'Deuda saldada',
    'bank-transfer': 'Transferencia bancaria',
  },
  columns: { day: 'Fecha', cause: 'Concepto', amount: 'Importe', balance: 'Saldo' },
  showInvoice: (number) => `Mostrar la factura ${number}`,
  more: (count, figure) => `Mostrar más (${figure} ${count === 1 ? 'anterior' : 'anteriores'})`,
  noMovements: 'Todavía no hay movimientos. Aparecerán aquí con la primera recarga.',

  close: 'Cerrar',
  cancel: 'Cancelar',
  testCard: 'Tarjeta de prueba',
  testCardNote: 'Es una tarjeta de prueba: no se mueve dinero real. Elija qué hace.',
  cards: {
    approved: 'Aprobada al instante',
    declined: 'Rechazada',
    late: 'Aprobada al cabo de un rato',
    'charged-back': 'Aprobada y devuelta después',
  },
  amount: 'Importe',
  missing: 'Importe que falta',
  bounds: (least, greatest) => `De ${least} a ${greatest}.`,
  tooLow: (least) => `Como mínimo ${least}.`,
  tooHigh: (greatest) => `Como máximo ${greatest} por recarga.`,
  noAmount: (example) => `Introduzca un importe, por ejemplo ${example}.`,
  settlesOwed: (amount) => `De ello, ${amount} saldan lo que se debe.`,

  paying: 'Pagando…',
  elsewhere: 'Se está pagando una recarga en otra ventana. Espere a que termine.',
  elsewhereDone: 'La otra ventana ha terminado. Compruebe el saldo antes de volver a recargar.',
  offline: 'Está sin conexión. Una recarga la necesita; no se ha cobrado nada.',
  refused: 'La recarga no se ha aceptado. No se ha cobrado nada.',
  unsure: 'No es seguro que el pago haya llegado. Puede volver a intentarlo sin riesgo: nunca se cobra dos veces.',
  states: {
    pending: (amount) => `El pago de ${amount} está en curso.`,
    declined: (amount) => `La tarjeta se ha rechazado. ${amount} no se han cobrado.`,
    'charged-back': (amount) => `El pago de ${amount} se ha devuelto.`,
  },
  pendingNote: 'Puede cerrar este panel. El saldo se actualizará cuando llegue el dinero.',
  again: 'Cambiar e intentar de nuevo',
  done: 'Listo',
};
export default terms;

import type { ProblemTerms } from './terms.ts';

const terms: ProblemTerms = {
  offline: 'No hay conexión. Es posible que los datos no estén actualizados.',
  unreachable: 'No se puede acceder al servidor en este momento.',
  notKept: 'Estos datos aún no están guardados en este dispositivo.',
  sessionEnded: 'La sesión ha terminado. Recargue la página o inicie sesión de nuevo.',
  notIncluded: 'Este portal no muestra esta información.',
  notFound: 'Este elemento ya no existe o ya no tiene acceso.',
  busy: 'Demasiadas solicitudes a la vez. Espere un momento.',
  failed: 'Se ha producido un error en el servidor.',
  retry: 'Reintentar',
  reference: (id) => `Referencia ${id}`,
};
export default terms;

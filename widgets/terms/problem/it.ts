import type { ProblemTerms } from './terms.ts';

const terms: ProblemTerms = {
  offline: 'Sei offline. I dati mostrati potrebbero non essere aggiornati.',
  unreachable: 'Al momento il server non è raggiungibile.',
  notKept: 'Questi dati non sono ancora salvati su questo dispositivo.',
  sessionEnded: 'La sessione è terminata. Ricarica la pagina o accedi di nuovo.',
  notIncluded: 'Questo portale non mostra queste informazioni.',
  notFound: 'Questo elemento non esiste più o non vi hai più accesso.',
  busy: 'Troppe richieste in una volta. Attendi un momento.',
  failed: 'Si è verificato un errore sul server.',
  retry: 'Riprova',
  reference: (id) => `Riferimento ${id}`,
};
export default terms;

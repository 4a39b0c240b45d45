import problem from '../../../terms/problem/it.ts';
import type { PromoCodeTerms } from './terms.ts';

const terms: PromoCodeTerms = {
  label: 'Codice promozionale',
  method: 'Metodo di pagamento',
  methods: { prepaid: 'Saldo prepagato', card: 'Carta', 'bank-transfer': 'Bonifico' },
  methodFirst: 'Scegli prima il metodo di pagamento: da questo dipende quali codici valgono.',
  several: 'Più codici: separali con spazi o virgole.',
  have: 'Hai un codice promozionale?',
  apply: 'Applica',
  tryOut: 'Prova senza applicare',
  check: 'Verifica',
  checkHint: 'Mostra che cosa offre e richiede un codice. Il codice non viene consumato.',
  noOrder: 'Non c’è alcun ordine aperto. Puoi comunque verificare che cosa offre un codice.',
  unapplied: 'Applica il codice promozionale o svuota il campo.',
  codes: 'Codici di questo ordine',
  remove: (code) => `Rimuovi ${code}`,
  totals: 'Importo dell’ordine',
  list: 'Prezzo netto',
  discount: 'Sconto',
  vat: (rate) => `IVA ${rate}`,
  total: 'Totale',
  place: (amount) => `Ordina · ${amount}`,
  noRight: 'Non hai il diritto di fatturazione in questa organizzazione.',
  whoCanHelp: (names) => `Queste persone possono assegnartelo o effettuare l’ordine: ${names}.`,
  problem,
};
export default terms;

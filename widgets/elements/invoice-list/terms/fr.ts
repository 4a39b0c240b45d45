import problem from '../../../terms/problem/fr.ts';
import type { InvoiceListTerms } from './terms.ts';

const plural = new Intl.PluralRules('fr');
const counted = (count: number, figure: string, one: string, other: string): string =>
  `${figure} ${plural.select(count) === 'one' ? one : other}`;

const terms: InvoiceListTerms = {
  label: 'Factures',
  toPay: 'À payer',
  history: 'Historique',

  columns: { issued: 'Date', number: 'Numéro', subject: 'Objet', due: 'Échéance', status: 'État', total: 'Montant' },
  status: {
    'pro-forma': 'Pro forma',
    due: 'À payer',
    overdue: 'En retard',
    processing: 'En cours',
    paid: 'Payée',
    cancelled: 'Annulée',
    refunded: 'Remboursée',
    upcoming: 'À venir',
  },
  daysLate: (days) => counted(days, String(days), 'jour de retard', 'jours de retard'),
  creditNote: 'Avoir',
  imported: 'Importée',
  importedNote: 'Cette facture provient d’un fichier importé. Elle n’a aucun effet sur votre solde prépayé.',
  sameNumber: 'Même numéro',
  sameNumberNote: 'Une autre facture de ce vendeur porte le même numéro, mais son contenu est différent. Comparez les deux.',
  proFormaNote: 'Une facture pro forma n’a aucune valeur juridique, fiscale ou comptable. La facture suit après le paiement.',
  autoRenewOn: 'Renouvellement automatique',
  autoRenewOff: 'Sans renouvellement automatique',

  search: 'Rechercher',
  searchHint: 'Numéro, montant, produit, vendeur',
  period: 'Période',
  allTime: 'Toute la période',
  years: 'Années',
  quarters: 'Trimestres',
  quarter: (quarter, year) => `T${quarter} ${year}`,
  customPeriod: 'Du … au …',
  from: 'Du',
  to: 'Au',
  allStatuses: 'Tous',
  clearFilters: 'Effacer les filtres',
  sortBy: 'Trier par',
  ascending: 'Ordre croissant',
  descending: 'Ordre décroissant',

  loading: 'Chargement',
  invoices: (count, figure) => counted(count, figure, 'facture', 'factures'),
  items: (count, figure) => counted(count, figure, 'élément', 'éléments'),
  totals: 'Totaux',
  total: 'Total',
  open: 'À régler',

  dueThrough: (day) => `Échéance jusqu’au ${day}`,
  allDue: 'Toutes les échéances',
  showAll: (figure) => `Tout afficher (${figure} plus tard)`,
  showSoon: 'Deux prochains mois seulement',
  nothingToPay: 'Rien à payer. Tout est réglé.',
  nothingThrough: (day) => `Rien à payer jusqu’au ${day}.`,
  noInvoices: 'Il n’y a pas encore de facture. Elles apparaîtront ici dès qu’il y en aura une.',
  noMatch: 'Aucune facture ne correspond à ces filtres :',

  noRight: 'Vous n’avez pas le droit de facturation dans cette organisation.',
  whoCanHelp: (names) => `Ces personnes peuvent vous l’accorder ou consulter une facture : ${names}.`,

  documents: { xml: 'Facture électronique (XML)', original: 'Fichier d’origine' },
  download: (document, invoice) => `Télécharger : ${document}, ${invoice}`,
  downloadFailed: (invoice) => `Le document de ${invoice} n’a pas pu être téléchargé.`,

  close: 'Fermer',
  seller: 'Vendeur',
  buyer: 'Acheteur',
  vatId: 'N° TVA',
  lines: 'Lignes',
  item: 'Désignation',
  quantity: 'Quantité',
  unitPrice: 'Prix unitaire',
  vat: 'TVA',
  net: 'HT',
  vatOn: (rate, amount) => `TVA ${rate} sur ${amount}`,
  sums: {
    lines: 'Somme des lignes',
    allowances: 'Remises',
    charges: 'Frais',
    net: 'Total HT',
    tax: 'TVA',
    gross: 'Total TTC',
    prepaid: 'Déjà payé',
    rounding: 'Arrondi',
    payable: 'Montant à payer',
  },
  course: 'Étapes',
  steps: {
    'pro-forma': 'Facture pro forma',
    payment: 'Paiement',
    final: 'Facture',
    cancellation: 'Annulée',
    refund: 'Remboursée',
    import: 'Importée',
  },
  downloads: 'Documents',
  note: 'Remarque',

  problem,
};
export default terms;

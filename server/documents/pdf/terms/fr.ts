import type { PdfTerms } from './terms.ts';

const terms: PdfTerms = {
  title: { invoice: 'Facture', 'credit-note': 'Note de crédit', 'pro-forma': 'Facture pro forma' },
  proFormaNotice: 'Cette facture pro forma n’a aucune valeur juridique, fiscale ou comptable.',
  invoiceFollows: 'La facture suit après le paiement.',
  cancelled: (day) => (day === undefined ? 'Annulée. Merci de ne pas payer.' : `Annulée le ${day}. Merci de ne pas payer.`),
  refunded: (day) => (day === undefined ? 'Remboursée.' : `Remboursée le ${day}.`),
  processing: 'Le paiement est en cours de traitement. Merci de ne pas payer une seconde fois.',

  issued: 'Date',
  due: 'Payable jusqu’au',
  paid: 'Payée le',
  credited: 'Créditée le',
  proForma: 'Pro forma',
  reference: 'Référence',
  yourVatId: 'Votre n° TVA',
  vatId: 'N° TVA',

  item: 'Désignation',
  quantity: 'Quantité',
  unitPrice: 'Prix unitaire',
  vat: 'TVA',
  net: 'HT',
  sums: {
    lines: 'Somme des lignes',
    allowances: 'Remises',
    charges: 'Frais',
    net: 'Total HT',
    gross: 'Total TTC',
    prepaid: 'Déjà payé',
    rounding: 'Arrondi',
    payable: 'Montant à payer',
    credit: 'Montant crédité',
  },
  vatOn: (rate, amount) => `TVA ${rate} sur ${amount}`,
  paidOn: (day) => `Payé le ${day}`,

  note: 'Remarque',
  payment: 'Paiement',
  pay: (amount) => `Merci de payer ${amount}.`,
  payUntil: (amount, day) => `Merci de payer ${amount} jusqu’au ${day}.`,
  payOnline: 'En ligne : connectez-vous et choisissez la facture sous « À payer ».',
  payWithPart: 'Par la banque : avec la section paiement de la dernière page.',
  payByTransfer: (name, iban, reference) => `Par virement bancaire : à ${name}, compte ${iban}, avec la référence ${reference}.`,

  page: (page, of) => `Page ${page} sur ${of}`,
};
export default terms;

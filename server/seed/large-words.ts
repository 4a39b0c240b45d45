/**
 * Words for names, invented or out of tales. The `accented` ones carry an accent and no other word does,
 * so that the share of accented names can be chosen.
 */
export interface NameWords {
  readonly trades: readonly string[];
  readonly accented: readonly string[];
  readonly stems: readonly string[];
  /** Legal forms. */
  readonly forms: readonly string[];
}

export const GERMAN: NameWords = {
  trades: ['Schreinerei', 'Gasthof', 'Druckerei', 'Uhrwerk', 'Spedition', 'Verlag', 'Molkerei', 'Treuhand', 'Baugesellschaft', 'Praxis', 'Segelmacherei'],
  accented: ['Bäckerei', 'Gärtnerei', 'Käserei', 'Möbelwerkstatt', 'Küferei', 'Sägewerk', 'Hörspielstudio'],
  stems: ['Drosselbart', 'Glasberg', 'Siebenstein', 'Goldmarie', 'Rabenfels', 'Moosgrund', 'Silberdistel', 'Sternbach', 'Mondenschein', 'Kupferberg', 'Wolkenstein', 'Haselnuss', 'Dornbusch', 'Rapunzel', 'Frau Holle', 'Knusperhaus', 'Zinnsoldat', 'Wunderlampe', 'Lindwurm', 'Irrlicht', 'Morgenrot', 'Tausendschritt'],
  forms: ['AG', 'GmbH', '& Co.', 'Genossenschaft'],
};

export const FRENCH: NameWords = {
  trades: ['Atelier', 'Boulangerie', 'Librairie', 'Transports', 'Domaine', 'Fromagerie', 'Imprimerie', 'Cabinet', 'Maison', 'Compagnie', 'Ferme'],
  accented: ['Crèmerie', 'Hôtel', 'Épicerie', 'Pâtisserie', 'Ébénisterie', 'Théâtre', 'École de danse', 'Forêt & fils'],
  stems: ['du Chat qui danse', 'Belle-Lune', 'du Grand Hibou', 'Barbe-Rousse', 'des Trois Souhaits', 'Vif-Argent', 'du Petit Pois', 'de la Tour noire', 'Mille-Feuilles', 'des Sept Lieues', 'Clair-de-Lune', 'du Dragon vert', 'Sans-Souci', 'du Renard gris', 'Vent-du-Nord', 'de la Licorne', 'Bonne-Aventure', 'du Miroir', 'des Lutins', 'Chante-Merle'],
  forms: ['SA', 'Sarl', 'SAS', 'et Cie'],
};

export const ITALIAN: NameWords = {
  trades: ['Officina', 'Panificio', 'Tipografia', 'Trattoria', 'Cantina', 'Bottega', 'Studio', 'Falegnameria', 'Cooperativa', 'Vivaio', 'Trasporti'],
  accented: ['Caffè', 'Società agricola', 'Attività creative', 'Libertà viaggi', 'Città alta immobiliare', 'Qualità & gusto'],
  stems: ['del Grillo', 'Bellaluna', 'della Volpe', 'Mangiavento', 'dei Sette Mari', 'Roccanera', 'del Pesce rosso', 'Fiordaliso', 'della Fata', 'Cantastorie', 'del Gatto nero', 'Pietradolce', 'del Burattino', 'Vallescura', 'della Lanterna', 'Serafini', 'del Lupo gentile', 'Acquachiara', 'dei Tre Porcellini', 'Montestella'],
  forms: ['S.r.l.', 'S.p.A.', 'S.a.s.', '& figli'],
};

export const ENGLISH: NameWords = {
  trades: ['Forge', 'Bakery', 'Harbour Works', 'Print House', 'Orchard', 'Clockmakers', 'Shipping', 'Brewery', 'Gardens', 'Design', 'Rope Walk'],
  accented: ['Café', 'Décor', 'Crêpe House', 'Pâtisserie', 'Soirée Hall'],
  stems: ['Humpty', 'Jack Beanstalk', 'Lantern Hill', 'Thimble', 'Goldilocks', 'Moonraker', 'Crooked Mile', 'Silver Spoon', 'Gingerbread', 'Owl and Otter', 'Nutmeg', 'Merry Widow', 'Bluebell', 'Tinderbox', 'Three Bears', 'Candlewick', 'Featherstone Fox', 'Pumpkin Coach', 'Rushlight', 'Wishing Well'],
  forms: ['Ltd', 'LLP', '& Sons', 'Partners'],
};

export const SPANISH: NameWords = {
  trades: ['Taller', 'Bodega', 'Imprenta', 'Finca', 'Talleres', 'Estudio', 'Editorial', 'Hostal', 'Mercado', 'Viveros', 'Transportes'],
  accented: ['Panadería', 'Librería', 'Carpintería', 'Jardinería', 'Óptica', 'Cafetería', 'Compañía'],
  stems: ['del Ogro bueno', 'Sietemares', 'La Cigarra', 'del Dedal', 'Media Luna', 'de la Nuez', 'Campoverde', 'del Duende', 'Tres Deseos', 'Caballo de cartas', 'del Bosque', 'Cuentacuentos', 'La Hormiga', 'del Farol', 'Luna Nueva', 'Piedra Clara', 'del Gigante', 'Vientodulce', 'La Calabaza', 'del Espejo'],
  forms: ['S.L.', 'S.A.', 'e hijos', 'S. Coop.'],
};

/** Towns on no map. */
export const TOWNS: readonly string[] = ['Seldwyla', 'Schilda', 'Goldach am Rain', 'Bois-Dormant', 'Collodello', 'Villa Dedal', 'Nebelheim', 'Castelvento', 'Puddlewick', 'Valmiroir', 'Lindental', 'Torrescura', 'Mistledale', 'Rocabruma'];

export const GIVEN_NAMES: NameWords = {
  trades: ['Aladin', 'Bellina', 'Cornelius', 'Dorina', 'Elfriede', 'Florian', 'Gandolfo', 'Heidelinde', 'Isolde', 'Jorinde', 'Kasper', 'Lohengrin', 'Melusine', 'Nepomuk', 'Oberon', 'Parzival', 'Quintus', 'Rosalinde', 'Sindbad', 'Titania', 'Undine', 'Valentino', 'Wendelin', 'Yorick', 'Zerbino'],
  accented: ['Zoé', 'Jürg', 'Mélisande', 'Aloïse', 'Tobías', 'Bébé-Rose', 'Björn', 'Inès', 'Nicolò', 'Žofie'],
  stems: ['Tannhaus', 'Feuervogel', 'Silbermond', 'Morgenstern', 'Quillfeather', 'Applewhite', 'Bellacosa', 'Fiorestella', 'Montelupo', 'Lunargent', 'Beaumiroir', 'Petitloup', 'Chantebois', 'Lagartija', 'Buenaluz', 'Rosasdulces', 'Nightingale-Moss', 'Thistledown', 'Bramblewick', 'Donnerbart', 'Kieselgrund', 'Wunderlich-Stein', 'Dreispitz', 'Hasenfuss', 'Zauberlehr', 'Uccellino', 'Cantaluna', 'Ventolin', 'Serpentin', 'Grandbois', 'Maronnier', 'Verdeluna', 'Ratoncillo', 'Caramelo', 'Windmiller', 'Oakenshaw', 'Pennywhistle', 'Larkspur', 'Halbmond', 'Sieberich', 'Gnomenberg', 'Trollinger', 'Elfenbein', 'Nixenquell', 'Waldschrat', 'Mausbach', 'Fuchsloch', 'Igelstein', 'Rabenhold', 'Eulental', 'Rotkehl', 'Blaubart', 'Graumantel', 'Weissdorn', 'Schwarzspecht', 'Gruenling', 'Silberfisch', 'Goldammer', 'Kupferkanne', 'Eisenhans'],
  forms: [],
};

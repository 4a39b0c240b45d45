import type { OptionsTerms } from './terms.ts';

const terms: OptionsTerms = {
  title: 'Ajustes',
  gateway: 'Dirección del gateway',
  gatewayHint: 'Ahí inicia sesión. Su proveedor le indica esta dirección.',
  gatewayLater: 'Ha iniciado sesión. Otra dirección valdrá a partir del próximo inicio de sesión.',
  gatewayInvalid: 'Introduzca una dirección que empiece por https://, o una de este dispositivo.',
  badge: 'En la barra de herramientas',
  badgeBalance: 'El saldo disponible',
  badgeDue: 'Cuántos conceptos hay por pagar',
  lowBelow: 'El saldo es bajo por debajo de',
  lowBelowHint: 'El saldo se marca entonces, en la ventana y en la barra de herramientas.',
  lowBelowInvalid: 'Introduzca un importe de 0 o más.',
  language: 'Idioma',
  browserLanguage: 'Como en el navegador',
  shortcut: 'Atajo de teclado',
  shortcutHint: 'Abre Kontor. En los ajustes de extensiones del navegador puede elegir otro.',
  saved: 'Guardado',
};
export default terms;

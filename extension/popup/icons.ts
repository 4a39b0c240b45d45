import { icon } from '../../widgets/parts/icon.ts';

export const searchIcon = icon('M11 11l3 3M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9z');
export const warningIcon = icon('M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4');
export const offlineIcon = icon('M2 2l12 12M4.5 8.5a5 5 0 011.8-1.2M9.8 7.4a5 5 0 011.7 1.1M2 6a9 9 0 012.3-1.5M7.5 3.5A9 9 0 0114 6M6.5 10.7a2.2 2.2 0 013 0M8 13v.1');
export const settingsIcon = icon('M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M10.2 2.7a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6zM5.8 9.7a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z');
export const signOutIcon = icon('M6 2.5H3.5a1 1 0 00-1 1v9a1 1 0 001 1H6M10.5 11l3-3-3-3M13.5 8H6');
export const doneIcon = icon('m3 8.5 3.5 3.5L13 4.5');
export const forwardIcon = icon('M6 3.5L10.5 8 6 12.5');

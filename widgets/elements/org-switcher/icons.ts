import { icon } from '../../parts/icon.ts';

export const chevronIcon = icon('M4 6l4 4 4-4');
export const searchIcon = icon('M11 11l3 3M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9z');
export const closeIcon = icon('M4 4l8 8M12 4l-8 8');
export const backIcon = icon('M6.5 3.5L3 7l3.5 3.5M3 7h7a3 3 0 013 3v2.5');
export const warningIcon = icon('M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4');

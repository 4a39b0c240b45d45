import { icon } from '../../parts/icon.ts';

// Apart from the others, since the closed switcher does without them.
export const checkIcon = icon('M3 8.5l3.2 3.2L13 5');
export const pinIcon = icon('M5.5 2h5M6 2v4.5L4 9h8l-2-2.5V2M8 9v5');

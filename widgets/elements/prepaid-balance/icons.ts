import { icon } from '../../parts/icon.ts';

export const refreshIcon = icon('M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3');
export const warningIcon = icon('M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4');
export const coveredIcon = icon('M8 1.5l5.5 2v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4zM5.5 8l2 2 3.2-3.5');
export const chevronIcon = icon('M4 6l4 4 4-4');

/** The one script of a partner's page: registers every element. */
import './define-all.ts';

export * from './index.ts';

import type { ProblemTerms } from './terms.ts';

const terms: ProblemTerms = {
  offline: 'You are offline. What you see may be out of date.',
  unreachable: 'The server cannot be reached at the moment.',
  notKept: 'This is not kept on this device yet.',
  sessionEnded: 'Your session has ended. Reload the page or sign in again.',
  notIncluded: 'This portal does not show this information.',
  notFound: 'This no longer exists, or you no longer have access.',
  busy: 'Too many requests at once. Please wait a moment.',
  failed: 'Something went wrong on the server.',
  retry: 'Try again',
  reference: (id) => `Reference ${id}`,
};
export default terms;

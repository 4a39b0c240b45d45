import type { KontorError } from '../../shared/client/kontor-error.ts';
import type { ProblemTerms } from '../terms/problem/terms.ts';

/** What a failure says to a person. Unknown codes read as a fault of the server. */
export function problemText(error: KontorError, terms: ProblemTerms): string {
  switch (error.code) {
    case 'KONTOR_CLIENT_OFFLINE':
      return terms.offline;
    case 'KONTOR_CLIENT_UNREACHABLE':
    case 'KONTOR_CLIENT_TIMEOUT':
    case 'KONTOR_CLIENT_ANSWER_UNREADABLE':
    case 'KONTOR_DATABASE_UNAVAILABLE':
      return terms.unreachable;
    case 'KONTOR_CLIENT_TOKEN_FETCH_FAILED':
    case 'KONTOR_TOKEN_MISSING':
    case 'KONTOR_TOKEN_INVALID':
    case 'KONTOR_TOKEN_EXPIRED':
    case 'KONTOR_TOKEN_REVOKED':
      return terms.sessionEnded;
    case 'KONTOR_ORIGIN_REFUSED':
    case 'KONTOR_FEATURE_MISSING':
      return terms.notIncluded;
    case 'KONTOR_NOT_FOUND':
      return terms.notFound;
    case 'KONTOR_RATE_LIMITED':
      return terms.busy;
    default:
      return terms.failed;
  }
}

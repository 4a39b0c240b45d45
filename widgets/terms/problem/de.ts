import type { ProblemTerms } from './terms.ts';

const terms: ProblemTerms = {
  offline: 'Sie sind offline. Die Anzeige ist möglicherweise veraltet.',
  unreachable: 'Der Server ist zurzeit nicht erreichbar.',
  notKept: 'Das ist auf diesem Gerät noch nicht gespeichert.',
  sessionEnded: 'Ihre Sitzung ist beendet. Laden Sie die Seite neu oder melden Sie sich wieder an.',
  notIncluded: 'Dieses Portal zeigt diese Angaben nicht.',
  notFound: 'Das gibt es nicht mehr, oder Sie haben keinen Zugriff mehr.',
  busy: 'Zu viele Anfragen auf einmal. Bitte warten Sie einen Moment.',
  failed: 'Auf dem Server ist etwas schiefgegangen.',
  retry: 'Erneut versuchen',
  reference: (id) => `Referenz ${id}`,
};
export default terms;

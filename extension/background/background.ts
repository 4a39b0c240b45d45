import { readSettings } from '../platform/settings.ts';
import { openSessionStore } from '../session-store/session-store.ts';

void openSessionStore();
void readSettings();

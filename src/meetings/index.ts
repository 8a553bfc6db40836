/**
 * What reads, searches and shows meeting lists: a file of its own beside the one module, fetched when a page names a
 * list. It brings its own words and styles; Lit comes with whoever draws.
 */
import words from '../../data/text/en/meetings.json' with { type: 'json' };
import type { MeetingHost } from '../elements/shared/meetings.js';
import { MeetingPanel } from './meeting-panel.js';

export { styles } from './meetings.styles.js';
export { words };

export const createPanel = (host: MeetingHost): MeetingPanel => new MeetingPanel(host);

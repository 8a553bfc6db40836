import { MeetingFinder } from '../elements/meeting-finder/meeting-finder.js';
import { define } from '../elements/shared/define.js';

define('meeting-finder', MeetingFinder);

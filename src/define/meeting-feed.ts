import { MeetingFeed } from '../elements/meeting-feed/meeting-feed.js';
import { define } from '../elements/shared/define.js';

define('meeting-feed', MeetingFeed);

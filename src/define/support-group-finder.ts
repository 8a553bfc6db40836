import { SupportGroupFinder } from '../elements/support-group-finder/support-group-finder.js';
import { define } from '../elements/shared/define.js';

define('support-group-finder', SupportGroupFinder);

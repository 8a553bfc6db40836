import { SupportGroupComparison } from '../elements/support-group-comparison/support-group-comparison.js';
import { define } from '../elements/shared/define.js';

define('support-group-comparison', SupportGroupComparison);

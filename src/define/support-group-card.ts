import { SupportGroupCard } from '../elements/support-group-card/support-group-card.js';
import { define } from '../elements/shared/define.js';

define('support-group-card', SupportGroupCard);

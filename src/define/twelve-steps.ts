import { TwelveSteps } from '../elements/twelve-steps/twelve-steps.js';
import { define } from '../elements/shared/define.js';

define('twelve-steps', TwelveSteps);

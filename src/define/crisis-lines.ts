import { CrisisLines } from '../elements/crisis-lines/crisis-lines.js';
import { define } from '../elements/shared/define.js';

define('crisis-lines', CrisisLines);

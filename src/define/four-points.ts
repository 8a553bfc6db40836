import { FourPoints } from '../elements/four-points/four-points.js';
import { define } from '../elements/shared/define.js';

define('four-points', FourPoints);

import { RecoveryGuide } from '../elements/recovery-guide/recovery-guide.js';
import { define } from '../elements/shared/define.js';

define('recovery-guide', RecoveryGuide);

import './define/crisis-lines.js';
import './define/four-points.js';
import './define/meeting-feed.js';
import './define/meeting-finder.js';
import './define/recovery-guide.js';
import './define/support-group-card.js';
import './define/support-group-comparison.js';
import './define/support-group-finder.js';
import './define/twelve-steps.js';
// After the elements: it turns what is there into them.
import './define/placeholders.js';
import type { CrisisLines } from './elements/crisis-lines/crisis-lines.js';
import type { FourPoints } from './elements/four-points/four-points.js';
import type { MeetingFeed } from './elements/meeting-feed/meeting-feed.js';
import type { MeetingFinder } from './elements/meeting-finder/meeting-finder.js';
import type { RecoveryGuide } from './elements/recovery-guide/recovery-guide.js';
import type { SupportGroupCard } from './elements/support-group-card/support-group-card.js';
import type { SupportGroupComparison } from './elements/support-group-comparison/support-group-comparison.js';
import type { SupportGroupFinder } from './elements/support-group-finder/support-group-finder.js';
import type { TwelveSteps } from './elements/twelve-steps/twelve-steps.js';

export { CrisisLines } from './elements/crisis-lines/crisis-lines.js';
export { FourPoints } from './elements/four-points/four-points.js';
export { MeetingFeed } from './elements/meeting-feed/meeting-feed.js';
export { MeetingFinder } from './elements/meeting-finder/meeting-finder.js';
export { RecoveryGuide } from './elements/recovery-guide/recovery-guide.js';
export { SupportGroupCard } from './elements/support-group-card/support-group-card.js';
export { SupportGroupComparison } from './elements/support-group-comparison/support-group-comparison.js';
export { SupportGroupFinder } from './elements/support-group-finder/support-group-finder.js';
export { TwelveSteps } from './elements/twelve-steps/twelve-steps.js';
export {
  HandoutEvent,
  type HandoutAction,
} from './elements/support-group-finder/support-group-finder.events.js';
export { FeedStateEvent } from './elements/shared/feed-state-event.js';
export { QuickExitEvent } from './elements/shared/quick-exit-event.js';
export { GroupOpenEvent } from './elements/shared/group-open-event.js';
export { StepOpenEvent } from './elements/twelve-steps/twelve-steps.events.js';
export { registerLanguage, type LanguageWords } from './elements/shared/register-language.js';

declare global {
  interface HTMLElementTagNameMap {
    'crisis-lines': CrisisLines;
    'four-points': FourPoints;
    'meeting-feed': MeetingFeed;
    'meeting-finder': MeetingFinder;
    'recovery-guide': RecoveryGuide;
    'support-group-card': SupportGroupCard;
    'support-group-comparison': SupportGroupComparison;
    'support-group-finder': SupportGroupFinder;
    'twelve-steps': TwelveSteps;
  }
}

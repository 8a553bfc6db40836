import { upgradePlaceholders } from '../elements/shared/placeholders.js';

upgradePlaceholders();

import { axeAt } from '../support/axe.js';

axeAt(1280);

import { axeAt } from '../support/axe.js';

axeAt(320);

import { expect } from '@open-wc/testing';
import { typingErrors } from '../../../src/domain/text/typing-error.js';

describe('typing errors', () => {
  for (const [typed, known, errors] of [
    ['heroin', 'heroin', 0],
    ['heroine', 'heroin', 1],
    ['herion', 'heroin', 1],
    ['heorin', 'heroin', 1],
    ['heroim', 'heroin', 1],
    ['cocane', 'cocaine', 1],
    ['suboxin', 'suboxone', 2],
    ['buprenorfine', 'buprenorphine', 2],
    ['crak', 'crack', 1],
    ['metth', 'meth', 1],
    ['mteh', 'meth', 1],
    ['emth', 'meth', Infinity],
    ['rdugs', 'drugs', 1],
    ['eroin', 'heroin', 1],
    ['rack', 'crack', Infinity],
    ['mat', 'meth', Infinity],
    ['house', 'horse', Infinity],
    ['code', 'coke', Infinity],
    ['track', 'crack', Infinity],
    ['method', 'methadone', Infinity],
    ['weed', 'need', Infinity],
  ] as const) {
    it(`${typed} is ${errors === Infinity ? 'another word than' : `${errors} from`} ${known}`, () =>
      expect(typingErrors(typed, known)).to.equal(errors));
  }
});

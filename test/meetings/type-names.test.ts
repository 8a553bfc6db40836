import { TypeNames } from '../../src/meetings/type-names.js';
import { expect } from '../support/assert.js';

const SPANISH = { types: { women: { name: 'Mujeres' } }, categories: {} };

describe('what a type of a meeting is called', () => {
  for (const [type, name, meaning] of [
    ['women', 'Mujeres', ''],
    ['=Grapevine', 'Grapevine', ''],
    ['nobody-knows', 'nobody-knows', ''],
    // Every object has these.
    ['constructor', 'constructor', ''],
    ['toString', 'toString', ''],
    ['__proto__', '__proto__', ''],
  ] as const) {
    it(`${type}: ${name}`, () => {
      const names = new TypeNames(SPANISH);
      expect([names.name(type), names.meaning(type)]).to.deep.equal([name, meaning]);
    });
  }

  it('is English where a language has no word for it, or no words at all', () => {
    expect(new TypeNames(SPANISH).name('men')).to.equal('Men');
    expect(new TypeNames({}).name('women')).to.equal('Women');
  });
});

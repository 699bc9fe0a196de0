import { expect } from '@open-wc/testing';

/** The modules of the page so far that lie in src/. */
const loaded = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/src/'));

describe('the words of a panel', () => {
  // a page of its own: no other test has loaded anything yet
  it('are loaded with it, and not before', async () => {
    performance.setResourceTimingBufferSize(2000);
    await import('../../src/define/customers-overview.js');
    expect(loaded()).to.include('/src/messages/en.ts');
    expect(loaded().filter((path) => path.startsWith('/src/messages/en/'))).to.deep.equal([]);
    await import('../../src/define/expirations-slideout.js');
    expect(loaded()).to.include('/src/messages/en/expirations-slideout.ts');
  });
});

import { expect } from '@open-wc/testing';
import { CustomStates } from '../../src/controllers/custom-states.js';

class CustomStatesHost extends HTMLElement {
  readonly states = new CustomStates<'loading' | 'stale' | 'ready'>(this);
}
customElements.define('custom-states-host', CustomStatesHost);

describe('CustomStates', () => {
  it('shows these states and no others', () => {
    const host = new CustomStatesHost();
    const shown = () => (['loading', 'stale', 'ready'] as const).filter((state) => host.matches(`:state(${state})`));
    expect(shown()).to.deep.equal([]);
    host.states.show('loading', 'stale');
    expect(shown()).to.deep.equal(['loading', 'stale']);
    host.states.show('stale', 'ready');
    expect(shown()).to.deep.equal(['stale', 'ready']);
    host.states.show();
    expect(shown()).to.deep.equal([]);
  });
});

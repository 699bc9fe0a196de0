import { expect } from '@open-wc/testing';
import * as library from '../src/index.js';

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly events?: readonly { readonly name?: string; readonly type?: { readonly text: string } }[];
}

describe('custom-elements.json', () => {
  let elements: readonly Declaration[];
  before(async () => {
    const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest; // what this is about
    elements = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName !== undefined);
  });

  it('has the elements of the library, by their exported names', () => {
    expect(elements).to.not.be.empty;
    for (const { name } of elements) expect(library).to.have.property(name);
  });

  it('has their events, each once, as the class of that name', () => {
    const fired = elements.filter(({ events }) => events);
    expect(fired).to.not.be.empty;
    for (const { name, events = [] } of fired) {
      expect(new Set(events.map((event) => event.name)).size, name).to.equal(events.length);
      for (const event of events) {
        const [, EventClass] = Object.entries(library).find(([exported]) => exported === event.type?.text) ?? [];
        expect(EventClass, `${name}: ${event.name}`).to.have.property('type', event.name);
      }
    }
  });
});

import type { ReactiveController, ReactiveElement } from 'lit';

/** A tab that the host has put into the details. */
export interface HostTab {
  /** Its `tab-id`. */
  readonly id: string;
  /** Its `tab-label`, or its ID where that is blank. */
  readonly label: string;
  /** What it shows: an element of the host's page. */
  readonly section: HTMLElement;
}

/**
 * The host's own tabs: its children with `slot="tab"` and a `tab-id` that no tab before them has. Follows them as they
 * come, go and change their names, and puts each into the slot of its own panel, without touching it.
 */
export class HostTabs implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #reserved: readonly string[];
  readonly #observer = new MutationObserver(() => this.#read());
  #tabs: readonly HostTab[] = [];

  /** @param reserved IDs of tabs that are not the host's. */
  constructor(host: ReactiveElement, reserved: readonly string[]) {
    this.#host = host;
    this.#reserved = reserved;
    host.addController(this);
  }

  get tabs(): readonly HostTab[] {
    return this.#tabs;
  }

  hostConnected(): void {
    const attributeFilter = ['slot', 'tab-id', 'tab-label'];
    this.#observer.observe(this.#host, { childList: true, subtree: true, attributeFilter });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdated(): void {
    const slots = this.#host.renderRoot.querySelectorAll<HTMLSlotElement>('slot[data-tab]');
    for (const slot of slots) {
      const tab = this.#tabs.find(({ id }) => id === slot.dataset['tab']);
      const isAssigned = slot.assignedNodes()[0] === tab?.section;
      if (!isAssigned) slot.assign(...(tab ? [tab.section] : []));
    }
  }

  #read(): void {
    const taken = new Set(this.#reserved);
    const tabs: HostTab[] = [];
    for (const section of this.#host.children) {
      const id = section.getAttribute('tab-id') ?? '';
      if (!(section instanceof HTMLElement) || section.slot !== 'tab' || id === '' || taken.has(id)) continue;
      taken.add(id);
      tabs.push({ id, label: section.getAttribute('tab-label')?.trim() || id, section });
    }
    const isSame =
      tabs.length === this.#tabs.length &&
      tabs.every(({ id, label, section }, index) => {
        const before = this.#tabs[index];
        return before?.id === id && before.label === label && before.section === section;
      });
    if (isSame) return;
    this.#tabs = tabs;
    this.#host.requestUpdate();
  }
}

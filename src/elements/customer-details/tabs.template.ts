import { html, nothing, type TemplateResult } from 'lit';

/** A tab by its name, with the IDs of its elements. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  /** A part of the IDs of its elements: `tab-…` and `panel-…`. A host's own name may hold anything. */
  readonly key: string;
}

/** What the list of tabs shows. */
export interface TabsView {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The `id` of the one that is shown. */
  readonly selected: string;
  readonly direction: 'ltr' | 'rtl';
  /** Another tab was chosen; it has the focus. */
  readonly onSelect: (id: string) => void;
}

/**
 * The tabs, as the ARIA Authoring Practices have them: one tab stop, arrows, Home and End, and what has the focus is
 * shown. One alone is no choice.
 */
export function tabsTemplate(view: TabsView): TemplateResult | typeof nothing {
  const { label, tabs, selected, onSelect } = view;
  if (tabs.length < 2) return nothing;
  return html`<div
    class="tabs"
    role="tablist"
    part="tabs"
    aria-label=${label}
    @keydown=${(event: KeyboardEvent) => onKeydown(event, view)}
  >
    ${tabs.map(
      ({ id, key, label: name }) =>
        html`<button
          type="button"
          role="tab"
          part="tab"
          id="tab-${key}"
          aria-controls="panel-${key}"
          aria-selected=${id === selected}
          tabindex=${id === selected ? 0 : -1}
          @click=${({ currentTarget }: Event) => {
            // one that is cut is chosen as a whole
            if (currentTarget instanceof HTMLElement)
              currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            onSelect(id);
          }}
        >
          <bdi>${name}</bdi>
        </button>`,
    )}
  </div>`;
}

function onKeydown(event: KeyboardEvent, { tabs, selected, direction, onSelect }: TabsView): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const current = tabs.findIndex(({ id }) => id === selected);
  const forward = direction === 'rtl' ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: current + forward,
    ArrowLeft: current - forward,
    Home: 0,
    End: tabs.length - 1,
  };
  const wanted = steps[event.key];
  const next = wanted === undefined ? undefined : tabs[(wanted + tabs.length) % tabs.length];
  const list = event.currentTarget;
  if (next === undefined || !(list instanceof HTMLElement)) return;
  event.preventDefault();
  list.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus();
  onSelect(next.id);
}

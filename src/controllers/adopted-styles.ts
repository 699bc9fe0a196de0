import type { CSSResultOrNative, ReactiveElement } from 'lit';

/** The sheets of each document, so that a thousand elements that move there share them. */
const sheetsOfDocument = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

function sheetFor(document: Document, view: Window & typeof globalThis, style: CSSResultOrNative): CSSStyleSheet {
  let sheets = sheetsOfDocument.get(document);
  if (sheets === undefined) sheetsOfDocument.set(document, (sheets = new Map<CSSResultOrNative, CSSStyleSheet>()));
  let sheet = sheets.get(style);
  if (sheet === undefined) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(
      'cssText' in style ? style.cssText : Array.from(style.cssRules, ({ cssText }) => cssText).join('\n'),
    );
    sheets.set(style, sheet);
  }
  return sheet;
}

/**
 * Keeps an element's style sheets when it is moved into another document (a frame, a second window): a constructed
 * sheet belongs to the document that it was made in, and is lost on adoption. The element forwards its
 * `adoptedCallback` to {@link hostAdopted}.
 */
export class AdoptedStyles {
  readonly #host: ReactiveElement;
  /** Besides those of the host's class. */
  readonly #added: CSSResultOrNative[] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** Adds sheets that come with a part of the host that is loaded later; they win over those before. */
  add(...styles: readonly CSSResultOrNative[]): void {
    this.#added.push(...styles);
    const { ownerDocument, shadowRoot } = this.#host;
    const view = ownerDocument.defaultView;
    if (view && shadowRoot)
      shadowRoot.adoptedStyleSheets.push(...styles.map((style) => sheetFor(ownerDocument, view, style)));
  }

  hostAdopted(): void {
    const host = this.#host;
    const document = host.ownerDocument;
    const view = document.defaultView;
    // an inert document draws nothing; the next adoption brings the element here again
    if (view === null) return;
    // the host's own class, which carries Lit's statics
    const { elementStyles, shadowRootOptions } = host.constructor as typeof ReactiveElement;
    const root = host.shadowRoot ?? host.attachShadow(shadowRootOptions);
    root.adoptedStyleSheets = [...elementStyles, ...this.#added].map((style) => sheetFor(document, view, style));
    // An element that was adopted before its first render must not let Lit make the root: Lit would hand it sheets of
    // the wrong document, which throws. The field is read-only for users, but not for this.
    (host as { renderRoot: DocumentFragment | HTMLElement | undefined }).renderRoot ??= root;
  }
}

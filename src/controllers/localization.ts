import type { ReactiveController, ReactiveElement } from 'lit';
import type { Count } from '../messages/count.js';
import { en } from '../messages/en.js';
import { languages } from '../messages/languages.js';
import { mergeMessages } from '../messages/merge-messages.js';
import type { AllMessages, Messages, MessagesOverride, PanelMessages } from '../messages/messages.js';
import { canonicalLocale, LocaleFormat } from './locale-format.js';
import { nearestLanguage, watchLanguage } from './nearest-language.js';

/** The words that every element has from the start, and those of the panel that it is, if it is one. */
type WordsOf<Panel extends keyof PanelMessages> = Messages & Pick<PanelMessages, Panel>;

/** A language, under the tag whose plural rules its words follow. */
interface Language<Words> {
  readonly tag: string;
  readonly messages: Words;
}

/** The languages besides English, each with every word. */
const loadedLanguages = new Map<string, Language<AllMessages>>();

/** The most special language of ours that a locale falls under: `de` for `de-AT`. */
function languageFor(locale: string): string {
  for (let tag = locale.toLowerCase(); tag !== ''; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
    if (Object.hasOwn(languages, tag)) return tag;
  }
  return 'en';
}

/**
 * The words and numbers of the host: those of the nearest `lang` around it, which may change at any time, with
 * the host's own words in their place. English is there at once; other languages take its place when they have loaded.
 * Dates and numbers follow the locale at once, also where its words are missing.
 *
 * @typeParam Panel The panel that the host is; by default it is none.
 */
export class Localization<Panel extends keyof PanelMessages = never> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #overrides: () => MessagesOverride | undefined;
  #locale = 'en';
  #direction: 'ltr' | 'rtl' = 'ltr';
  #format = LocaleFormat.of('en');
  readonly #english: Language<WordsOf<Panel>>;
  #language: Language<WordsOf<Panel>>;
  #merged:
    { readonly of: unknown; readonly overrides: MessagesOverride; readonly messages: WordsOf<Panel> } | undefined;
  #stopWatching: (() => void) | undefined;

  /**
   * @param overrides The host's own words.
   * @param panel English words of the panel that the host is, which are loaded with it.
   */
  constructor(
    host: ReactiveElement,
    overrides: () => MessagesOverride | undefined,
    panel?: Pick<PanelMessages, Panel>,
  ) {
    this.#host = host;
    this.#overrides = overrides;
    // where no panel is given, `Panel` is never, and `en` all that it asks for
    const messages = (panel === undefined ? en : { ...en, ...panel }) as WordsOf<Panel>;
    this.#english = { tag: 'en', messages };
    this.#language = this.#english;
    host.addController(this);
  }

  /** BCP 47 tag of the reader's locale; `en` where the page names none, or an invalid one. */
  get locale(): string {
    return this.#locale;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#direction;
  }

  /** The same object until the language or the host's own words change. */
  get messages(): WordsOf<Panel> {
    const overrides = this.#overrides();
    const { messages } = this.#language;
    if (!overrides) return messages;
    if (this.#merged?.of !== messages || this.#merged.overrides !== overrides) {
      this.#merged = { of: messages, overrides, messages: mergeMessages(messages, overrides) };
    }
    return this.#merged.messages;
  }

  /** A number for a sentence of {@link messages}: written as the locale does, in the plural of the words' language. */
  count(value: number): Count {
    return { value, text: this.formatNumber(value), plural: LocaleFormat.of(this.#language.tag).plural(value) };
  }

  formatNumber(value: number): string {
    return this.#format.number(value);
  }

  /** Names in a sentence, as in "Snow Atlas and Flexera One". */
  formatList(items: readonly string[]): string {
    return this.#format.list(items);
  }

  hostConnected(): void {
    this.#stopWatching = watchLanguage(this.#host, () => this.#follow());
    this.#follow();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  #follow(): void {
    const locale = canonicalLocale(nearestLanguage(this.#host)) ?? 'en';
    const direction = this.#host.matches(':dir(rtl)') ? 'rtl' : 'ltr';
    if (locale === this.#locale && direction === this.#direction) return;
    this.#locale = locale;
    this.#direction = direction;
    this.#format = LocaleFormat.of(locale);
    this.#speak(languageFor(locale));
    this.#host.requestUpdate();
  }

  #speak(tag: string): void {
    this.#language = loadedLanguages.get(tag) ?? this.#english;
    if (this.#language.tag === tag) return;
    void languages[tag]?.().then(
      (messages) => {
        const language = loadedLanguages.get(tag) ?? { tag, messages };
        loadedLanguages.set(tag, language);
        if (languageFor(this.#locale) !== tag) return;
        this.#language = language;
        this.#host.requestUpdate();
      },
      // without its file a language is not there: English stays, and the next element asks again
      () => undefined,
    );
  }
}

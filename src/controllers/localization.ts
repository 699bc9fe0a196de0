import type { ReactiveController, ReactiveElement } from 'lit';
import type { Count } from '../messages/count.js';
import { en } from '../messages/en.js';
import { languages } from '../messages/languages.js';
import { mergeMessages } from '../messages/merge-messages.js';
import type { Messages, MessagesOverride } from '../messages/messages.js';
import { canonicalLocale, LocaleFormat } from './locale-format.js';
import { nearestLanguage, watchLanguage } from './nearest-language.js';

/** The words of a language, under the tag whose plural rules they follow. */
interface Words {
  readonly language: string;
  readonly messages: Messages;
}

const english: Words = { language: 'en', messages: en };
const loadedWords = new Map<string, Words>([['en', english]]);

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
 */
export class Localization implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #overrides: () => MessagesOverride | undefined;
  #locale = 'en';
  #direction: 'ltr' | 'rtl' = 'ltr';
  #format = LocaleFormat.of('en');
  #words = english;
  #merged: { readonly words: Words; readonly overrides: MessagesOverride; readonly messages: Messages } | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(host: ReactiveElement, overrides: () => MessagesOverride | undefined) {
    this.#host = host;
    this.#overrides = overrides;
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
  get messages(): Messages {
    const overrides = this.#overrides();
    if (!overrides) return this.#words.messages;
    if (this.#merged?.words !== this.#words || this.#merged.overrides !== overrides) {
      const messages = mergeMessages(this.#words.messages, overrides);
      this.#merged = { words: this.#words, overrides, messages };
    }
    return this.#merged.messages;
  }

  /** A number for a sentence of {@link messages}: written as the locale does, in the plural of the words' language. */
  count(value: number): Count {
    return { value, text: this.formatNumber(value), plural: LocaleFormat.of(this.#words.language).plural(value) };
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

  #speak(language: string): void {
    this.#words = loadedWords.get(language) ?? english;
    if (this.#words.language === language) return;
    void languages[language]?.().then(
      (messages) => {
        if (!loadedWords.has(language)) loadedWords.set(language, { language, messages });
        if (languageFor(this.#locale) !== language) return;
        this.#words = loadedWords.get(language) ?? english;
        this.#host.requestUpdate();
      },
      // without its file a language is not there: English stays, and the next element asks again
      () => undefined,
    );
  }
}

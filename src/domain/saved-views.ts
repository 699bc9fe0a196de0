import type { CustomersPreferences, SavedView } from './preferences.js';
import type { ListQuery } from './query.js';
import { queryFromUrl, urlWithQuery } from './query-url.js';

/** How many views are kept, and how long their names are. */
export const mostViews = 50;
export const longestViewName = 100;

/** What the parameters of a kept question begin with. */
const parameterName = 'view';

/** The question that a view asks. */
export function queryOfView({ query }: Pick<SavedView, 'query'>): ListQuery {
  return queryFromUrl(query, parameterName) ?? {};
}

/** The same, asked of a list whose host names single customers: these are no part of a view, and stay. */
export function questionOfView(view: Pick<SavedView, 'query'>, { ids, pinned }: ListQuery): ListQuery {
  return { ...queryOfView(view), ...(ids && { ids }), ...(pinned && { pinned }) };
}

/** A question as a view keeps it. */
export function keptQuery(query: ListQuery): string {
  return urlWithQuery('', parameterName, query);
}

/** The same preferences, with views added to them; each takes the place of the one before that has its name. */
export function withViews(preferences: CustomersPreferences, added: readonly SavedView[]): CustomersPreferences {
  const views = new Map((preferences.views ?? []).map((view) => [view.name, view]));
  for (const { name, query } of added)
    if (views.has(name) || views.size < mostViews) views.set(name, { ...views.get(name), name, query });
  return { ...preferences, views: [...views.values()] };
}

/** The same preferences, without the view of this name. */
export function withoutView(preferences: CustomersPreferences, name: string): CustomersPreferences {
  return { ...preferences, views: (preferences.views ?? []).filter((view) => view.name !== name) };
}

/** The same preferences, with the view of this name as the one that the list begins with; `undefined`: none. */
export function withDefaultView(preferences: CustomersPreferences, name: string | undefined): CustomersPreferences {
  const views = (preferences.views ?? []).map(({ isDefault: _before, ...view }) =>
    view.name === name ? { ...view, isDefault: true } : view,
  );
  return { ...preferences, views };
}

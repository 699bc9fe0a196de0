import { dayLength } from '../src/domain/calendar.js';

/** The moment that every story is judged at, so that it looks the same on any day. */
export const now = new Date('2026-11-24T09:00:00Z');

/** The calendar date (UTC) that lies so many days from {@link now}. */
export function dateIn(daysLeft: number): string {
  return new Date(now.getTime() + daysLeft * dayLength).toISOString().slice(0, 10);
}

import type { Meeting } from '../domain/meetings/types.js';

/** Devices whose own map takes this address; everywhere else the other one opens the map that is there, or a page. */
const APPLE = /\b(?:iPhone|iPad|iPod|Macintosh)\b/;

/**
 * A link to the way there; null without a door to go to. Nothing is asked for before somebody follows it.
 * @param agent What the browser says it is.
 */
export function directionsUrl(
  { inPerson, closed, place }: Meeting,
  agent = navigator.userAgent,
): string | null {
  if (!inPerson || closed || !place?.exact) return null;
  const { address, city, name, position } = place;
  // An address finds the door; a position may be the middle of a town.
  const target =
    address ||
    (position ? `${position.latitude},${position.longitude}` : [name, city].filter(Boolean).join(', '));
  if (!target) return null;
  const query = encodeURIComponent(target);
  return APPLE.test(agent)
    ? `https://maps.apple.com/?daddr=${query}`
    : `https://www.google.com/maps/dir/?api=1&destination=${query}`;
}

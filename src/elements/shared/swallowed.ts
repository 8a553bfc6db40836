import { tags } from './define.js';

/** What no one writes as the state without script. */
const REST_OF_PAGE = 'h1,h2,main,header,footer,nav,section,article,aside,form,table,iframe';

/**
 * Whether an element holds the rest of the page: HTML knows no `<crisis-lines />`, so the tag stays open to the end of what
 * it stands in. What has a place in a slot was put there on purpose.
 */
export function holdsRestOfPage(host: Element): boolean {
  if (host.nextElementSibling) return false;
  const rest = [REST_OF_PAGE, ...tags].join().replace(',meeting-feed', '');
  return [...host.children].some(
    (child) => !child.slot && (child.matches(rest) || child.querySelector(rest) !== null),
  );
}

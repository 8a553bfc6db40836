/**
 * The script of embed.html: shows one element, as the address of the frame asks, and tells the page around how high it
 * is. A classic script: in a sandbox without an origin a module is a request to another site, which few servers answer.
 */
import { displayOptions, embedScript, readEmbed } from './domain/page/embed.js';
import { LANGUAGES } from './languages.js';

/** Told to the page around the frame, whoever that is: a height, and nothing of what is shown or done. */
const HEIGHT = 'support-group-elements:height';
/** What stands on the place of the element in embed.html: its attributes with this in front. */
const OWN = 'data-sg-';
const SCHEMES = { light: 'light', dark: 'dark', auto: 'light dark' } as const;

const own = document.currentScript as HTMLScriptElement;
const wish = readEmbed(location.search);
const root = document.documentElement;

root.lang = wish.language;
root.style.colorScheme = SCHEMES[wish.theme];
// A frame is see-through, and what is behind it may have any color.
root.style.backgroundColor = 'Canvas';
root.style.fontFamily = 'system-ui, sans-serif';
document.body.style.margin = '4px';

let told = 0;
new ResizeObserver(() => {
  const height = Math.ceil(root.getBoundingClientRect().height);
  if (height !== told && parent !== window) parent.postMessage({ type: HEIGHT, height }, '*');
  told = height;
}).observe(document.body);

function show(): void {
  const place = document.getElementById('element')!;
  const Element = customElements.get(wish.tag) as
    { readonly version?: string; readonly observedAttributes: readonly string[] } | undefined;
  if (Element?.version === undefined) {
    console.warn(`embed.html: ?element=${wish.tag} is not an element of support-group-elements.`);
    return;
  }
  const element = document.createElement(wish.tag);
  const { accepted, refused } = displayOptions(wish.options, Element.observedAttributes);
  for (const [name, value] of accepted) element.setAttribute(name, value);
  // What the owner of the page wrote into it goes before what an address says.
  for (const { name, value } of place.attributes)
    if (name.startsWith(OWN)) element.setAttribute(name.slice(OWN.length), value);
  if (refused.length > 0)
    console.warn(
      `embed.html: left out of the address, because <${wish.tag}> does not know it or only the page itself may say it: ${refused.join(', ')}.`,
    );
  element.append(...place.childNodes);
  place.append(element);
}

const script = document.createElement('script');
const withLists =
  document.querySelector('meeting-feed') !== null ||
  document.querySelector('#element[data-sg-groups-src]') !== null;
script.src = new URL(embedScript(wish, LANGUAGES, withLists), own.src).href;
script.addEventListener('load', show);
document.head.append(script);

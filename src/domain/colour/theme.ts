import { contrast, cssColour, luminance, mix, over, passingTone, WHITE, type Colour } from './colour.js';

/** Contrast ratios of WCAG 2.2: text (1.4.3), and large text and the edges of controls (1.4.11). */
const TEXT = 4.5;
const EDGE = 3;
/** With `prefers-contrast: more` (1.4.6). */
const MORE_TEXT = 7;
const MORE_EDGE = 4.5;

/** The strongest tint of the text colour that something may be written on (`--_tint-strong`). */
const STRONGEST_TINT = 0.08;
/** A text darker than this stands on something light. */
const MIDDLE_GREY = 0.18;

const LIGHT_SURFACE: Colour = WHITE;
const DARK_SURFACE: Colour = { red: 0.082, green: 0.098, blue: 0.106, alpha: 1 };
const DARK_TEXT: Colour = { red: 0.106, green: 0.11, blue: 0.11, alpha: 1 };
const LIGHT_TEXT: Colour = { red: 0.953, green: 0.961, blue: 0.961, alpha: 1 };

/** The colours that a page gives, as the browser computes them; null where it gives none. */
export interface PageColours {
  /** The text colour that the element would inherit. */
  readonly text: Colour;
  /** What is behind the element; null over an image, where nothing is known. */
  readonly behind: Colour | null;
  readonly ownText: Colour | null;
  readonly ownSurface: Colour | null;
  readonly accent: Colour | null;
  readonly accentText: Colour | null;
  readonly emergency: Colour | null;
  readonly emergencyText: Colour | null;
  readonly focus: Colour | null;
  readonly edge: Colour | null;
  /** The visitor asked for more contrast. */
  readonly more: boolean;
}

/** Names of the colours that an element is drawn with; each is a private token. */
export type ThemeColour =
  | 'text'
  | 'surface'
  | 'accent'
  | 'accent-text'
  | 'emergency'
  | 'emergency-text'
  | 'focus'
  | 'edge'
  | 'tint-base';

export interface Theme {
  readonly tone: 'light' | 'dark';
  /** Values for the private tokens. `surface` is absent where the page's own background shows. */
  readonly colours: Readonly<Partial<Record<ThemeColour, string>>>;
  /** Public tokens whose value was not readable and was moved, with what is used. */
  readonly moved: readonly { readonly token: string; readonly to: string }[];
}

const ACCENTS = {
  light: {
    accent: { red: 0.043, green: 0.361, blue: 0.455, alpha: 1 },
    emergency: { red: 0.702, green: 0.149, blue: 0.118, alpha: 1 },
  },
  dark: {
    accent: { red: 0.561, green: 0.839, blue: 0.918, alpha: 1 },
    emergency: { red: 0.851, green: 0.227, blue: 0.196, alpha: 1 },
  },
} as const satisfies Record<Theme['tone'], Record<string, Colour>>;

/**
 * The colours to draw with on a page. Host colours are wishes: each is checked against everything that it stands on
 * and moved to the nearest tone that can be read. Text and background are the page's own, unless it set one of them
 * for us, or an image is behind; then both are ours.
 */
export function themeFor(page: PageColours): Theme {
  const text = page.more ? MORE_TEXT : TEXT;
  const edge = page.more ? MORE_EDGE : EDGE;
  const moved: { token: string; to: string }[] = [];
  const wish = (
    token: string,
    colour: Colour | null,
    fallback: Colour,
    on: readonly Colour[],
    ratio: number,
  ): Colour => {
    const tone = passingTone(colour ?? fallback, on, ratio);
    if (colour !== null && cssColour(tone) !== cssColour(over(colour, on[0]!)))
      moved.push({ token, to: cssColour(tone) });
    return tone;
  };

  const ours = page.ownText !== null || page.ownSurface !== null || page.behind === null;
  const lightText = luminance(page.ownText ?? page.text) > MIDDLE_GREY;
  const under = page.behind ?? (lightText ? DARK_SURFACE : LIGHT_SURFACE);
  const surface = ours ? over(page.ownSurface ?? (lightText ? DARK_SURFACE : LIGHT_SURFACE), under) : under;
  const dark = luminance(surface) <= MIDDLE_GREY;
  const tone = dark ? 'dark' : 'light';

  // Tints are made from the text, so they are known only when the text is: first on the bare surface.
  const inherited = page.ownSurface !== null ? (dark ? LIGHT_TEXT : DARK_TEXT) : page.text;
  const tinted = (colour: Colour): Colour => mix(surface, colour, STRONGEST_TINT);
  const first = passingTone(page.ownText ?? inherited, [surface], text);
  // On a middling background no tone can be read both on it and on a tint of it: then there are no tints.
  const onTint = passingTone(page.ownText ?? inherited, [surface, tinted(first)], text);
  const flat = [surface, tinted(onTint)].some((ground) => contrast(onTint, ground) < text);
  const plain = wish('--sg-text', page.ownText, inherited, flat ? [surface] : [surface, tinted(first)], text);
  const grounds = flat ? [surface] : [surface, tinted(plain)];

  const accent = wish('--sg-accent', page.accent, ACCENTS[tone].accent, grounds, text);
  // Never written with, only written on: it has to stand out as an edge does.
  const emergency = wish('--sg-emergency', page.emergency, ACCENTS[tone].emergency, grounds, edge);
  const onAccent = wish('--sg-accent-text', page.accentText, bestOn(accent), [accent], text);
  const onEmergency = wish('--sg-emergency-text', page.emergencyText, bestOn(emergency), [emergency], text);
  const focus = wish('--sg-focus', page.focus, accent, grounds, edge);
  const control = wish('--sg-edge-color', page.edge, mix(surface, plain, 0.65), grounds, edge);

  return {
    tone,
    colours: {
      text: cssColour(plain),
      ...(ours && { surface: cssColour(surface) }),
      accent: cssColour(accent),
      'accent-text': cssColour(onAccent),
      emergency: cssColour(emergency),
      'emergency-text': cssColour(onEmergency),
      focus: cssColour(focus),
      edge: cssColour(control),
      'tint-base': flat ? 'transparent' : cssColour(plain),
    },
    moved,
  };
}

/** White or a deep tone of the colour itself, whichever reads better on it. */
function bestOn(colour: Colour): Colour {
  const deep = mix(colour, { red: 0, green: 0, blue: 0, alpha: 1 }, 0.85);
  return contrast(WHITE, colour) >= contrast(deep, colour) ? WHITE : deep;
}

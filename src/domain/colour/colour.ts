/** A colour in sRGB: red, green, blue and opacity, each from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const BLACK: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
export const WHITE: Colour = { red: 1, green: 1, blue: 1, alpha: 1 };

const NUMBERS = /-?[\d.]+(?:e-?\d+)?%?/g;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const part = (text: string | undefined, whole: number, fallback: number): number => {
  if (text === undefined) return fallback;
  return clamp(text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text) / whole);
};

/**
 * Reads a colour as `getComputedStyle` writes it: `rgb()`, `rgba()` and `color(srgb …)`. null for anything else; a
 * style sheet can ask for these forms with `color-mix(in srgb, … 100%, transparent)`.
 */
export function parseColour(computed: string): Colour | null {
  const whole = computed.startsWith('rgb') ? 255 : computed.startsWith('color(srgb ') ? 1 : 0;
  const numbers = whole === 0 ? null : computed.match(NUMBERS);
  if (!numbers || numbers.length < 3) return null;
  return {
    red: part(numbers[0], whole, 0),
    green: part(numbers[1], whole, 0),
    blue: part(numbers[2], whole, 0),
    alpha: part(numbers[3], 1, 1),
  };
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** Relative luminance, 0 for black to 1 for white (WCAG 2.2). Opacity is not looked at. */
export function luminance({ red, green, blue }: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen where a colour that may be see-through lies on an opaque one. */
export function over(front: Colour, behind: Colour): Colour {
  const blend = (a: number, b: number): number => a * front.alpha + b * (1 - front.alpha);
  return {
    red: blend(front.red, behind.red),
    green: blend(front.green, behind.green),
    blue: blend(front.blue, behind.blue),
    alpha: 1,
  };
}

/** A colour moved towards another one; `amount` 0 leaves it, 1 gives the other. */
export function mix(colour: Colour, towards: Colour, amount: number): Colour {
  return over({ ...towards, alpha: amount }, colour);
}

/** In steps of 1/255, as a style sheet takes it and as the screen shows it. */
export function cssColour({ red, green, blue }: Colour): string {
  const byte = (channel: number): number => Math.round(channel * 255);
  return `rgb(${byte(red)} ${byte(green)} ${byte(blue)})`;
}

const rounded = (colour: Colour): Colour => ({
  red: Math.round(colour.red * 255) / 255,
  green: Math.round(colour.green * 255) / 255,
  blue: Math.round(colour.blue * 255) / 255,
  alpha: 1,
});

const STEPS = 64;

/**
 * The nearest tone of a colour that stands out from all of some backgrounds by a ratio: the colour itself where it
 * does, else a little darker or a little lighter, whichever is the smaller change. Where no tone passes on all of
 * them, black or white, whichever passes best.
 * @param ratio Contrast ratio to reach: 4.5 for text, 3 for large text and edges.
 */
export function passingTone(colour: Colour, backgrounds: readonly Colour[], ratio: number): Colour {
  const worst = (tone: Colour): number =>
    Math.min(...backgrounds.map((background) => contrast(tone, background)));
  const opaque = rounded(colour.alpha < 1 && backgrounds[0] ? over(colour, backgrounds[0]) : colour);
  if (worst(opaque) >= ratio) return opaque;
  for (let step = 1; step <= STEPS; step++) {
    const tones = [mix(opaque, BLACK, step / STEPS), mix(opaque, WHITE, step / STEPS)].map(rounded);
    const passing = tones.filter((tone) => worst(tone) >= ratio);
    if (passing.length > 0) return passing.sort((a, b) => worst(b) - worst(a))[0]!;
  }
  return worst(BLACK) >= worst(WHITE) ? BLACK : WHITE;
}

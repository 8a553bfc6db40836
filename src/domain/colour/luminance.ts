const NUMBERS = /-?[\d.]+(?:e-?\d+)?%?/g;

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const value = (text: string | undefined, whole: number): number => {
  if (text === undefined) return 0;
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text) / whole;
};

/**
 * The relative luminance (0 black, 1 white; WCAG 2.2) of a colour as `getComputedStyle` writes it: `rgb()`, `rgba()`,
 * `color(srgb …)`, `oklch()`, `oklab()`, `lch()`, `lab()`. null for anything else and for full transparency.
 */
export function luminance(computed: string): number | null {
  const numbers = computed.match(NUMBERS);
  if (!numbers || numbers.length < 3 || value(numbers[3] ?? '1', 1) === 0) return null;
  const sum = (whole: number): number => {
    const [red, green, blue] = numbers.map((text) => linear(value(text, whole)));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  if (computed.startsWith('rgb')) return sum(255);
  if (computed.startsWith('color(srgb ')) return sum(1);
  // The luminance of a grey of that lightness: near enough to tell a light text from a dark one.
  if (computed.startsWith('ok')) return value(numbers[0], 1) ** 3;
  if (computed.startsWith('l')) return ((value(numbers[0], 100) * 100 + 16) / 116) ** 3;
  return null;
}

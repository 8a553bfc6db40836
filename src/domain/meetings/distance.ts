/** A point on the earth, in degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth (IUGG), in meters. */
const EARTH = 6_371_009;
const RADIAN = Math.PI / 180;

/** Meters between two points, along the surface of a round earth: at most 0.6 % beside the true length. */
export function metersBetween(a: Position, b: Position): number {
  const sine = (degrees: number): number => Math.sin((degrees * RADIAN) / 2) ** 2;
  const chord =
    sine(b.latitude - a.latitude) +
    Math.cos(a.latitude * RADIAN) * Math.cos(b.latitude * RADIAN) * sine(b.longitude - a.longitude);
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Degrees to which a visitor's place is cut: about a kilometer, enough to sort meetings and too little to find a door. */
const COARSE = 0.01;

/** The same place, less exactly, so that nothing on the page knows where somebody stands. */
export const coarse = ({ latitude, longitude }: Position): Position => ({
  latitude: Math.round(latitude / COARSE) * COARSE,
  longitude: Math.round(longitude / COARSE) * COARSE,
});

export type DistanceUnit = 'km' | 'mi';
const METERS: Readonly<Record<DistanceUnit, number>> = { km: 1000, mi: 1609.344 };

/** A length in kilometers or miles. */
export const inUnit = (meters: number, unit: DistanceUnit): number => meters / METERS[unit];
/** A length in meters. */
export const inMeters = (length: number, unit: DistanceUnit): number => length * METERS[unit];

/** Countries whose road signs show miles. */
const MILES: ReadonlySet<string> = new Set(['US', 'GB', 'LR', 'MM']);

/** The unit that people of a region use. @param region ISO 3166 two-letter code, or null where nobody knows. */
export const unitOf = (region: string | null): DistanceUnit => (region && MILES.has(region) ? 'mi' : 'km');

/**
 * Zones as Windows names them, with the IANA name for the same clocks (Unicode CLDR, windowsZones.xml, territory 001).
 * Those of countries where support groups are known to keep calendars.
 */
export const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map(
  `
  Hawaiian Standard Time=Pacific/Honolulu
  Alaskan Standard Time=America/Anchorage
  Pacific Standard Time=America/Los_Angeles
  Pacific Standard Time (Mexico)=America/Tijuana
  US Mountain Standard Time=America/Phoenix
  Mountain Standard Time=America/Denver
  Central Standard Time=America/Chicago
  Canada Central Standard Time=America/Regina
  Central America Standard Time=America/Guatemala
  Central Standard Time (Mexico)=America/Mexico_City
  Eastern Standard Time=America/New_York
  US Eastern Standard Time=America/Indianapolis
  SA Pacific Standard Time=America/Bogota
  Cuba Standard Time=America/Havana
  Venezuela Standard Time=America/Caracas
  Atlantic Standard Time=America/Halifax
  SA Western Standard Time=America/La_Paz
  Pacific SA Standard Time=America/Santiago
  Paraguay Standard Time=America/Asuncion
  Newfoundland Standard Time=America/St_Johns
  E. South America Standard Time=America/Sao_Paulo
  Argentina Standard Time=America/Buenos_Aires
  Montevideo Standard Time=America/Montevideo
  Azores Standard Time=Atlantic/Azores
  UTC=UTC
  Greenwich Standard Time=Atlantic/Reykjavik
  GMT Standard Time=Europe/London
  W. Europe Standard Time=Europe/Berlin
  Romance Standard Time=Europe/Paris
  Central Europe Standard Time=Europe/Budapest
  Central European Standard Time=Europe/Warsaw
  W. Central Africa Standard Time=Africa/Lagos
  South Africa Standard Time=Africa/Johannesburg
  GTB Standard Time=Europe/Bucharest
  E. Europe Standard Time=Europe/Chisinau
  FLE Standard Time=Europe/Kiev
  Egypt Standard Time=Africa/Cairo
  Israel Standard Time=Asia/Jerusalem
  Turkey Standard Time=Europe/Istanbul
  Russian Standard Time=Europe/Moscow
  E. Africa Standard Time=Africa/Nairobi
  Arab Standard Time=Asia/Riyadh
  Arabian Standard Time=Asia/Dubai
  Iran Standard Time=Asia/Tehran
  Pakistan Standard Time=Asia/Karachi
  India Standard Time=Asia/Calcutta
  Sri Lanka Standard Time=Asia/Colombo
  Nepal Standard Time=Asia/Katmandu
  Bangladesh Standard Time=Asia/Dhaka
  SE Asia Standard Time=Asia/Bangkok
  China Standard Time=Asia/Shanghai
  Singapore Standard Time=Asia/Singapore
  W. Australia Standard Time=Australia/Perth
  Tokyo Standard Time=Asia/Tokyo
  Korea Standard Time=Asia/Seoul
  Cen. Australia Standard Time=Australia/Adelaide
  AUS Central Standard Time=Australia/Darwin
  E. Australia Standard Time=Australia/Brisbane
  AUS Eastern Standard Time=Australia/Sydney
  Tasmania Standard Time=Australia/Hobart
  New Zealand Standard Time=Pacific/Auckland
  Fiji Standard Time=Pacific/Fiji
  `
    .trim()
    .split('\n')
    .map((line) => line.trim().split('=') as [string, string])
    .map(([windows, iana]) => [windows.toLowerCase(), iana] as const),
);

const MARKS = /\p{M}+/gu;
// eslint-disable-next-line no-control-regex
const BEYOND_ASCII = /[^\u0000-\u007f]/;
const APOSTROPHES = /['’‘ʼ`´]/g;

/** A text in which case, accents and apostrophes do not matter: "São João’s" gives "sao joaos". */
export function fold(text: string): string {
  // Most texts are plain, and taking letters apart is slow.
  if (!BEYOND_ASCII.test(text)) {
    const lower = text.toLowerCase();
    return lower.includes("'") || lower.includes('`') ? lower.replace(APOSTROPHES, '') : lower;
  }
  // Apostrophes before, as one of them would come apart into a space and an accent, and after, as wide ones come apart
  // into plain ones; small letters after, as letters that only look grand ("𝐍𝐀") come apart into capital ones.
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(APOSTROPHES, '');
}

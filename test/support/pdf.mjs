/** What stands on the paper: the text of a PDF, page by page, for walks that print. */
import { extractText, getDocumentProxy } from 'unpdf';

/**
 * The text of each page of a PDF, such as `await page.pdf({ format: 'a4' })` gives. White space is one blank: lines and
 * columns are a matter of layout.
 */
export async function pdfText(bytes) {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return { pages: text.map((page) => page.replace(/\s+/g, ' ').trim()) };
}

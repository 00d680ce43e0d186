import { AnnotationMode, GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { LIMITS } from '../contract/limits';
import { failed, type Result, success } from '../contract/result';
import type { PagedDocument } from './paged-document';

/** Digits of 3 mm height are about 24 pixels high then. */
const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;
/** A page smaller than a postcard is drawn larger, so that its longer side has so many pixels. */
const LEAST_SIDE = 1200;
/** Whoever made a page of kilometers has no digits on it. */
const MOST_SCALE = 20;

GlobalWorkerOptions.workerSrc = new URL(workerUrl, import.meta.url).href;

/** Opens a PDF. Its scripts do not run, and it cannot load anything. */
export async function openPdf(file: File): Promise<Result<PagedDocument>> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    // Decoders of JPEG 2000 and JBIG2, which scanners write; the build puts them there.
    wasmUrl: new URL('decoders/', document.baseURI).href,
    maxImageSize: LIMITS.maxSourcePixels,
    canvasMaxAreaInBytes: LIMITS.maxDecodedPixels * 4,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const opened = await task.promise;
    return success({
      pageCount: opened.numPages,
      makePage: (index) => makePage(opened, index + 1),
      close: () => void task.destroy(),
    });
  } catch (error) {
    void task.destroy();
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return failed({ kind: isLocked ? 'password-protected' : 'undecodable', detail: String(error) });
  }
}

async function makePage(opened: PDFDocumentProxy, pageNumber: number): Promise<Blob> {
  const page = await opened.getPage(pageNumber);
  const size = page.getViewport({ scale: 1 });
  const wanted = Math.max(DOTS_PER_INCH / POINTS_PER_INCH, LEAST_SIDE / Math.max(size.width, size.height));
  const most = Math.sqrt(LIMITS.maxDecodedPixels / (size.width * size.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most, MOST_SCALE) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  try {
    // What is filled into a form is written on the page as well.
    await page.render({ canvas, viewport, background: '#fff', annotationMode: AnnotationMode.ENABLE }).promise;
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('no canvas of this size');
    return png;
  } finally {
    // Some browsers keep the pixels until the canvas is collected.
    canvas.width = 0;
    page.cleanup();
  }
}

/** What stands behind WebGL in this thread. */
export interface WebglRenderer {
  readonly kind: 'hardware' | 'software' | 'none';
  /** The renderer's own name, e.g. 'ANGLE (Intel, Mesa Intel UHD Graphics)'; '' when it is not told. */
  readonly name: string;
}

const SOFTWARE_RENDERERS = /swiftshader|llvmpipe|softpipe|microsoft basic render|software|mesa offscreen/i;

/** A processor that pretends to be a graphics processor is several times slower at this than WebAssembly. */
export function isSoftwareRenderer(name: string): boolean {
  return SOFTWARE_RENDERERS.test(name);
}

/**
 * Asks a throw-away WebGL context for its renderer, before the large WebGL backend is fetched. Without
 * `OffscreenCanvas` nothing can be said, and the backend's own trial run decides.
 */
export function inspectWebgl(): WebglRenderer {
  if (typeof OffscreenCanvas === 'undefined') return { kind: 'hardware', name: '' };
  const gl = openContext(true);
  if (!gl) return openContext(false) ? { kind: 'software', name: '' } : { kind: 'none', name: '' };
  const name = rendererName(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { kind: isSoftwareRenderer(name) ? 'software' : 'hardware', name };
}

function openContext(failIfMajorPerformanceCaveat: boolean): WebGLRenderingContext | WebGL2RenderingContext | null {
  const attributes = { failIfMajorPerformanceCaveat };
  for (const kind of ['webgl2', 'webgl'] as const) {
    // A canvas that refused one kind may refuse the next for that reason alone.
    const gl = new OffscreenCanvas(1, 1).getContext(kind, attributes);
    if (gl) return gl as WebGLRenderingContext | WebGL2RenderingContext;
  }
  return null;
}

function rendererName(gl: WebGLRenderingContext | WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? '');
}

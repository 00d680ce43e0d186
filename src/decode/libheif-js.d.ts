declare module 'libheif-js/libheif-wasm/libheif.js' {
  const makeLibheif: (options: { readonly wasmBinary: ArrayBuffer }) => import('./libheif').Libheif;
  // biome-ignore lint/style/noDefaultExport: that is what the package has.
  export default makeLibheif;
}

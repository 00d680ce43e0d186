declare module 'libheif-js/wasm-bundle' {
  const libheif: import('../decode/libheif').Libheif;
  // biome-ignore lint/style/noDefaultExport: that is what the package has.
  export default libheif;
}

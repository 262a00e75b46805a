/** Types of the script that makes pictures small. */
declare module '*/palette.mjs' {
  export function withPalette(png: Buffer): Buffer;
}

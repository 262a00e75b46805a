/** The part of the `edtf` package that edtf.ts uses; the package ships no types. */
declare module 'edtf' {
  /** @throws Error when the text is not EDTF. */
  export default function edtf(
    text: string,
    constraints?: { types?: string[] },
  ): { readonly min: number; readonly max: number };
}

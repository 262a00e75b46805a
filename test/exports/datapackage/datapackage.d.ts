/** What is used of the package `datapackage`, which brings no types. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly schema: { readonly foreignKeys: readonly unknown[] };
    /** @throws Error for the first value that does not fit its field, or leads nowhere where `relations` are looked at */
    read(options: { readonly relations: boolean }): Promise<unknown[]>;
  }
  export class Package {
    static load(descriptor: string, options: { readonly basePath: string }): Promise<Package>;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
}

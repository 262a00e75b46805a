/** What translators get, as JSON: each text that sources hand to `l10n.t`, under itself. */
export declare function englishBundle(): Promise<string>;

/** Has messages checked without code that is made for each shape of them: nothing that ships makes code of a text. */

// The package that looks at messages reads its settings from here, and wants them before it is read itself.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

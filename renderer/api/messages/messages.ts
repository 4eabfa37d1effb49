/** One sentence for each refusal of a map; a code without a sentence does not compile. It says what to do next. */
export type Messages<Map> = { readonly [Code in keyof Map]: (details: Map[Code]) => string };

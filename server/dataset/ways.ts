/** Ways through a value to those parts whose schema is looked for; what can hold none such is not looked at. */
import type { Path, YamlRecord, YamlValue } from './yaml/tree.ts';

/** What may stand within a value, as its schema has it. */
interface Within<S> {
  readonly properties: ReadonlyMap<string, S>;
  readonly items: S | undefined;
  /** What properties of any other name hold. */
  readonly additional: S | undefined;
}

/** A schema on the way to those that fit, with just those within it that lead on. */
interface Way<S> extends Within<Way<S>> {
  readonly schema: S;
  readonly fits: boolean;
}

/** A part that is found. */
interface Found<S> {
  readonly path: Path;
  readonly value: YamlValue;
  readonly schema: S;
}

/** So many entries of a list have paths that all records share; of longer ones there are few. */
const MOST_SHARED = 32;

/** A place on a way. Those that the model names are kept, so that the path to each is there once for all records. */
class Spot<S extends Within<S>> {
  readonly #way: Way<S>;
  readonly #path: Path;
  readonly #properties = new Map<string, Spot<S>>();
  readonly #items: Spot<S>[] = [];

  constructor(way: Way<S>, path: Path) {
    this.#way = way;
    this.#path = path;
  }

  /** Adds those parts of the value here that fit, parents first. */
  collect(parts: Found<S>[], value: YamlValue): void {
    const { schema, fits, properties, items, additional } = this.#way;
    if (fits) parts.push({ path: this.#path, value, schema });
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (let i = 0; items && i < value.length; i++) {
        if (mayFit(items, value[i])) this.#item(items, i).collect(parts, value[i]);
      }
    } else if (properties.size > 0 || additional) {
      for (const key of Object.keys(value)) this.#collectProperty(parts, key, (value as YamlRecord)[key]!);
    }
  }

  #collectProperty(parts: Found<S>[], key: string, value: YamlValue): void {
    const { properties, additional, schema } = this.#way;
    const inner = properties.get(key);
    if (inner) {
      if (mayFit(inner, value)) this.#property(inner, key).collect(parts, value);
    } else if (additional && !schema.properties.has(key) && mayFit(additional, value)) {
      new Spot(additional, below(this.#path, key)).collect(parts, value);
    }
  }

  #property(way: Way<S>, name: string): Spot<S> {
    let spot = this.#properties.get(name);
    if (!spot) {
      spot = new Spot(way, below(this.#path, name));
      this.#properties.set(name, spot);
    }
    return spot;
  }

  #item(way: Way<S>, index: number): Spot<S> {
    const known = this.#items[index];
    if (known) return known;
    const spot = new Spot(way, below(this.#path, index));
    if (index === this.#items.length && index < MOST_SHARED) this.#items.push(spot);
    return spot;
  }
}

/** Most of what is passed are scalars that nobody looks for: for those no place is made. */
function mayFit(way: Way<unknown>, value: YamlValue): boolean {
  return way.fits || (value !== null && typeof value === 'object');
}

/** The path of what stands in something else; many are kept, and a spread would leave room in each for more steps. */
export function below(path: Path, step: string | number): Path {
  return path.concat([step]);
}

/** Where the ways from a schema to those that fit begin; nothing where there are none. */
export function waysFrom<S extends Within<S>>(schema: S, test: (schema: S) => boolean): Spot<S> | undefined {
  const way = findWay(schema, test);
  return way && new Spot(way, []);
}

function findWay<S extends Within<S>>(schema: S, test: (schema: S) => boolean): Way<S> | undefined {
  const properties = new Map<string, Way<S>>();
  for (const [name, inner] of schema.properties) {
    const way = findWay(inner, test);
    if (way) properties.set(name, way);
  }
  const items = schema.items && findWay(schema.items, test);
  const additional = schema.additional && findWay(schema.additional, test);
  const fits = test(schema);
  return fits || properties.size > 0 || items || additional
    ? { schema, fits, properties, items, additional }
    : undefined;
}

/** Shapes on a canvas, for PNG: no image can be shown under the page's policy, so that an SVG cannot be painted as one. */
import type { Attributes, Shape } from '../../drawing/shapes.ts';

/** What children take over from the shape around them. */
interface Style {
  readonly fill: string;
  readonly stroke: string;
  readonly family: string;
  readonly size: number;
  readonly weight: string | number;
}

const PLAIN: Style = { fill: '#000', stroke: 'none', family: 'sans-serif', size: 12, weight: 400 };
/** Drawn by what refers to it, or for readers only. */
const UNSEEN: readonly string[] = ['defs', 'title', 'desc'];
/** How far a mask reaches beyond a shape, as a part of the shape's width. */
const REACH = 0.05;

/**
 * Paints a picture: groups moved by `translate`, paths, rectangles and lines of text with presentation attributes, and
 * masks that fade from left to right. It knows what {@link picture} makes, and no more of SVG.
 */
export function paintShape(root: Shape, context: CanvasRenderingContext2D): void {
  const ramps = new Map<string, Attributes[]>();
  for (const { name, attributes, children } of root.children.flatMap(definitions))
    if (name === 'linearGradient') ramps.set(String(attributes.id), children.flatMap(attributesOf));
  paint(root, PLAIN, { context, ramps });
}

interface Canvas {
  readonly context: CanvasRenderingContext2D;
  /** Stops of gradients by id. */
  readonly ramps: ReadonlyMap<string, readonly Attributes[]>;
}

function paint(drawn: Shape, around: Style, canvas: Canvas): void {
  const { name, attributes, children } = drawn;
  if (UNSEEN.includes(name)) return;
  const style = styleOf(attributes, around);
  const { context } = canvas;
  context.save();
  const [, x = 0, y = 0] = /^translate\(([^,]+),([^)]+)\)/.exec(String(attributes.transform ?? '')) ?? [];
  context.translate(Number(x), Number(y));
  if (name === 'path')
    paintPath(new Path2D(String(attributes.d)), xRange(String(attributes.d)), attributes, style, canvas);
  else if (name === 'rect') paintRectangle(attributes, style, canvas);
  else if (name === 'text') paintText(children.filter(isText).join(''), attributes, style, context);
  else for (const child of children) if (!isText(child)) paint(child, style, canvas);
  context.restore();
}

function styleOf(attributes: Attributes, around: Style): Style {
  return {
    fill: String(attributes.fill ?? around.fill),
    stroke: String(attributes.stroke ?? around.stroke),
    family: String(attributes['font-family'] ?? around.family),
    size: number(attributes['font-size'], around.size),
    weight: attributes['font-weight'] ?? around.weight,
  };
}

function paintRectangle(attributes: Attributes, style: Style, canvas: Canvas): void {
  const [x, width] = [number(attributes.x), number(attributes.width)];
  const path = new Path2D();
  path.roundRect(x, number(attributes.y), width, number(attributes.height), number(attributes.rx));
  paintPath(path, [x, x + width], attributes, style, canvas);
}

function paintPath(path: Path2D, range: [number, number], attributes: Attributes, style: Style, canvas: Canvas): void {
  const { context } = canvas;
  const ramp = canvas.ramps.get(`${/^url\(#(.*)\)$/.exec(String(attributes.mask))?.[1]}-ramp`);
  const inked = (color: string) => (ramp ? faded(color, ramp, range, context) : color);
  if (style.fill !== 'none') {
    context.fillStyle = inked(style.fill);
    context.fill(path, attributes['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero');
  }
  if (style.stroke === 'none') return;
  applyLine(attributes, context);
  context.strokeStyle = inked(style.stroke);
  context.stroke(path);
}

function applyLine(attributes: Attributes, context: CanvasRenderingContext2D): void {
  context.lineWidth = number(attributes['stroke-width'], 1);
  context.lineCap = (attributes['stroke-linecap'] as CanvasLineCap | undefined) ?? 'butt';
  context.lineJoin = (attributes['stroke-linejoin'] as CanvasLineJoin | undefined) ?? 'miter';
  context.setLineDash(
    String(attributes['stroke-dasharray'] ?? '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
}

function paintText(text: string, attributes: Attributes, style: Style, context: CanvasRenderingContext2D): void {
  const { family, size, weight } = style;
  const [x, y] = [number(attributes.x), number(attributes.y) + Number.parseFloat(String(attributes.dy ?? 0)) * size];
  context.font = `${weight} ${size}px ${family}`;
  context.textAlign = attributes['text-anchor'] === 'middle' ? 'center' : 'left';
  if (style.stroke !== 'none') {
    applyLine(attributes, context);
    context.strokeStyle = style.stroke;
    context.strokeText(text, x, y);
  }
  context.fillStyle = style.fill;
  context.fillText(text, x, y);
  if (attributes['text-decoration'] === 'line-through')
    context.fillRect(x, y - size * 0.3, context.measureText(text).width, Math.max(1, size / 14));
}

/** A colour that fades along x as the stops of a mask say. */
function faded(
  color: string,
  stops: readonly Attributes[],
  [x0, x1]: [number, number],
  context: CanvasRenderingContext2D,
): CanvasGradient {
  const reach = (x1 - x0) * REACH;
  const gradient = context.createLinearGradient(x0 - reach, 0, x1 + reach, 0);
  for (const stop of stops) {
    const opacity = Math.round(number(stop['stop-opacity'], 1) * 255);
    gradient.addColorStop(number(stop.offset), `${color}${opacity.toString(16).padStart(2, '0')}`);
  }
  return gradient;
}

/** From where to where a path runs; all its coordinates are absolute and in it. */
function xRange(d: string): [number, number] {
  let [x0, x1] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, command, rest = ''] of d.matchAll(/([MLHQ])([^A-Z]*)/g)) {
    const numbers = rest.match(/-?[\d.]+/g)?.map(Number) ?? [];
    for (const [index, value] of numbers.entries()) {
      if (command !== 'H' && index % 2 === 1) continue;
      x0 = Math.min(x0, value);
      x1 = Math.max(x1, value);
    }
  }
  return [x0, x1];
}

function definitions(child: Shape | string): Shape[] {
  return isText(child) || child.name !== 'defs' ? [] : child.children.filter((inner): inner is Shape => !isText(inner));
}

function attributesOf(child: Shape | string): Attributes[] {
  return isText(child) ? [] : [child.attributes];
}

function isText(child: Shape | string): child is string {
  return typeof child === 'string';
}

function number(value: Attributes[string], otherwise = 0): number {
  return value === null || value === undefined ? otherwise : Number(value);
}

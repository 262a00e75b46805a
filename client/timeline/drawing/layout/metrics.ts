/** Sizes in px that layout, drawing and tests share. */

/** Height of a row of marks. */
export const ROW = 22;
/** Height of a row of bands (chairmanships) at the top of a lane. */
export const BAND_ROW = 22;
/** Where more bands than this lie over one another, they are bars among the marks. */
export const BAND_ROWS = 6;
/** A band is never narrower. */
export const BAND_MIN = 4;
/** Space above the first and below the last row of a lane. */
export const LANE_PAD = 7;
/** A lane is never lower than its head needs. */
export const LANE_MIN = 56;
/** Half the width of a mark that stands for one day. */
export const MARK_RADIUS = 5.5;
/** A bracket is never narrower: it must hold the status mark. */
export const BRACKET_MIN = 22;
/** A bar is never narrower; below {@link TAG_MIN} it is drawn as a stretched mark. */
export const BAR_MIN = 14;
/** From this width on a bar holds its status mark and label inside. */
export const TAG_MIN = 24;
/** Space a status mark inside a bar or bracket takes before the label. */
export const TAG_MARK = 14;
/** Room for the fading dashes on both sides of an approximate mark. */
export const WHISKER = 9;
/** Room an arrow takes at an open end. */
export const ARROW = 7;
/** Between a glyph and its label. */
export const LABEL_GAP = 6;
/** Between a label and the next glyph in the row. */
export const ITEM_GAP = 10;
/** Packing reserves at most this for a label; more is shown where there is room. */
export const LABEL_RESERVE = 190;
/** No label is drawn longer. */
export const LABEL_MAX = 360;
/** A label with less room is left out. */
export const LABEL_MIN = 34;
/** Width of the sign that an event has problems. */
export const BADGE = 13;
/** Width of a "+n" pill. */
export const PILL = 40;
/** Height of the two tiers of the axis together, and of each. */
export const AXIS = 46;
export const TIER = 23;
/** Px of lanes drawn above and below what is seen. */
export const MARGIN_Y = 120;
/** No cell of the axis is narrower on average. */
export const AXIS_CELL = 24;
/** At most about this many SVG elements in the drawing. */
export const NODE_LIMIT = 1000;

/** Width of the lane heads for a panel `width` px wide. */
export function headWidth(width: number): number {
  return width < 640 ? 112 : 176;
}

import type { Look } from './look.ts';

/** A thing in a picture that says something, and may open what it rests on. */
export interface PictureMark {
  tell: string;
  open: (() => void) | null;
}

export interface LegendEntry {
  label: string;
  fill: string;
  /** A full square where it is not said. */
  shape?: 'dot' | 'ring' | 'cross';
}

/** All there is to know of a picture before it is drawn. */
export interface Picture {
  title: string;
  /** In a sentence, for those who hear it. */
  description: string;
  /** What was counted, one statement a line. */
  notes: readonly string[];
  /** What was counted in which unit; empty where marks count nothing. */
  unit: string;
  legend: (look: Look) => LegendEntry[];
  marks: readonly PictureMark[];
  /** Its data, the head first; numbers as they are. */
  table: string[][];
  /** The drawing alone, without title and legend: each element that is a mark has its index as `aria-label`. */
  draw: (look: Look) => SVGSVGElement;
}

/** Marks as they are noted while a picture is made. */
export function noteMarks() {
  const marks: PictureMark[] = [];
  return {
    marks,
    note: (tell: string, open: PictureMark['open'] = null): number => marks.push({ tell, open }) - 1,
  };
}

/** Options of a plot's mark whose data know the index of their mark. */
export const told = { ariaLabel: ({ mark }: { mark: number }) => String(mark) };

/** A colour that is meant as it stands. */
export const literal = <Datum>(value: (datum: Datum) => string) => ({ value, scale: null });

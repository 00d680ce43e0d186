/** Which digit is looked at, by its id; shared by the number and the boxes on the picture. */
export interface Selection {
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly select: (id: number) => void;
  readonly hover: (id: number | null) => void;
}

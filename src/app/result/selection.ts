/** Which digit is looked at; shared by the number and the boxes on the picture. Indexes into the recognition's digits. */
export interface Selection {
  readonly selected: number;
  readonly hovered: number | null;
  readonly select: (index: number) => void;
  readonly hover: (index: number | null) => void;
}

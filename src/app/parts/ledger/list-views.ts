import { createContext, useContext } from 'react';
import type { Filter, OrderId } from './filter-rows';

/** How a person looks at a list of pictures. */
export interface ListView {
  readonly filter: Filter;
  readonly order: OrderId;
}

export interface LeftView extends ListView {
  /** Pixels from the top. */
  readonly scrollY: number;
}

/** How the lists were left, as long as the page lives: nothing of it is written anywhere. A list is named by its path. */
export class ListViews {
  /** The picture that was opened last from a list; null elsewhere. */
  openedId: string | null = null;
  /** Pictures that were opened, and those in which nothing is left to check. */
  readonly visited = new Set<string>();
  readonly checked = new Set<string>();
  readonly #left = new Map<string, LeftView>();
  readonly #order = new Map<string, readonly string[]>();

  leave(path: string, view: LeftView): void {
    this.#left.set(path, view);
  }

  /** How the list was left, where a picture was opened from it since; null otherwise. */
  leftAt(path: string): LeftView | null {
    return this.openedId === null ? null : (this.#left.get(path) ?? null);
  }

  /** Remembers the pictures that a list shows, from top to bottom. */
  show(path: string, ids: readonly string[]): void {
    this.#order.set(path, ids);
  }

  /** The pictures that the list showed last; null where it was not open since the page was loaded. */
  orderOf(path: string): readonly string[] | null {
    return this.#order.get(path) ?? null;
  }
}

export const ListViewsContext = createContext(new ListViews());

export function useListViews(): ListViews {
  return useContext(ListViewsContext);
}

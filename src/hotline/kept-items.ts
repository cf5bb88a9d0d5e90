/** Something that staff edit: whoever writes over a version that is not the newest any more is refused. */
export interface KeptItem {
  id: string;
  /** Rises with every writing, from 1. */
  version: number;
}

/** A small collection of what staff edit, shared by the line's processes. */
export interface KeptItems<Item extends KeptItem> {
  list(): Promise<Item[]>;
  /** Writes the next version of an item; false when it is not the next any more. */
  put(item: Item): Promise<boolean>;
  /** Takes away an item as it stood at `version`; false when it stands otherwise, or does not stand any more. */
  remove(id: string, version: number): Promise<boolean>;
}

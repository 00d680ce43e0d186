import type { ReadRow, WholeUpload } from './read-row';
import { put, removal, rowChange, shownRow, type UploadChange, type UploadRow, UploadRows } from './upload-rows';

/** Uploads that are written one by one and shown all at once, together with what changes elsewhere: a restored backup. */
export abstract class StagedUploads extends UploadRows {
  /**
   * Writes an upload that nobody sees before `commit`. What is never committed goes after an hour, at a start.
   *
   * @param by names the work it belongs to; an upload that is there already, seen or in the trash, makes it reject
   */
  stage({ upload, current, other, picture, thumbnail }: WholeUpload, by: string): Promise<void> {
    const { id } = upload;
    const staged = { ...upload, trashedAt: null, staged: { by, at: this.now() } };
    return this.change(async () => {
      const [before = null] = await this.findAll('uploads', [id]);
      if (before && !before.record?.staged) {
        throw new Error(`${id} is there already`);
      }
      return [
        { ...put('uploads', staged), before },
        put('pictures', { id, bytes: picture }),
        ...(thumbnail ? [put('thumbnails', { ...thumbnail, id })] : []),
        ...(current ? [put('readings', { id, ...current, other })] : []),
      ];
    });
  }

  /**
   * In one go: all staged uploads are seen from now on, and the rows in `changed` replace those of their uploads, out
   * of the trash if need be. Rejects and changes nothing when one of them is not there anymore.
   */
  commit(ids: readonly string[], by: string, changed: readonly ReadRow[]): Promise<void> {
    return this.change(async () => {
      const seen = (await this.#there(ids)).map((row) => {
        const { staged, ...record } = shownRow(row);
        if (staged?.by !== by) {
          throw new Error(`${row.id} is not staged anymore`);
        }
        return rowChange(row, record);
      });
      const rows = await this.#there(changed.map(({ upload }) => upload.id));
      return [...seen, ...rows.flatMap((row, index) => replacement(row, changed[index] as ReadRow))];
    });
  }

  /** Takes back what was staged and is not committed. */
  dropStaged(ids: readonly string[], by: string): Promise<void> {
    return this.changeEach(ids, (row) => (row.record?.staged?.by === by ? removal(row) : []));
  }

  async #there(ids: readonly string[]): Promise<readonly UploadRow[]> {
    return (await this.findAll('uploads', ids)).map((row) => {
      if (!row) {
        throw new Error('an upload is not there anymore');
      }
      return row;
    });
  }
}

function replacement(row: UploadRow, { upload, current, other }: ReadRow): readonly UploadChange[] {
  const change = rowChange(row, { ...shownRow(row), ...upload, trashedAt: null });
  return current ? [change, put('readings', { id: row.id, ...current, other })] : [change];
}

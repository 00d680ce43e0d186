import type { ReadRow, WholeUpload } from './read-row';
import type { AnnouncedUpload } from './upload';
import { CHANGE_PART, put, putReadings, removal, rowChange, shownRow, UploadRows } from './upload-rows';

/**
 * Uploads that are known before all of them is there: announced ones, whose picture is on its way, and those that are
 * written one by one and shown all at once, together with what changes elsewhere: a restored backup.
 */
export abstract class StagedUploads extends UploadRows {
  /** Lists uploads whose pictures are still to be saved: one that never is, because the page was closed, is known to be lost. */
  async announce(uploads: readonly AnnouncedUpload[]): Promise<void> {
    const lost = { mime: '', size: 0, reading: null, otherReading: null, trashedAt: null };
    for (let at = 0; at < uploads.length; at += CHANGE_PART) {
      await this.inTurn(() =>
        this.records.write(
          uploads.slice(at, at + CHANGE_PART).map((upload) => {
            const failure = { kind: 'never-saved', fileName: upload.name } as const;
            return { ...put('uploads', { ...upload, ...lost, failure }), before: null };
          }),
        ),
      );
    }
  }

  /**
   * Writes an upload that nobody sees before `commit`. What is never committed goes after an hour, at a start.
   *
   * @param by names the work it belongs to; an upload that is there already, seen or in the trash, makes it reject
   */
  stage({ upload, picture, thumbnail, ...readings }: WholeUpload, by: string): Promise<void> {
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
        ...putReadings(id, readings),
      ];
    });
  }

  /**
   * In one go: all staged uploads are seen from now on, and the rows in `changed` replace those of their uploads, out
   * of the trash if need be. Rejects and changes nothing when one of them is not there anymore.
   */
  commit(ids: readonly string[], by: string, changed: readonly ReadRow[]): Promise<void> {
    return this.change(async () => {
      const rows = await this.findAll('uploads', [...ids, ...changed.map(({ upload }) => upload.id)]);
      return rows.flatMap((row, index) => {
        if (!row) {
          throw new Error('an upload is not there anymore');
        }
        const { staged, ...record } = shownRow(row);
        const other = changed[index - ids.length];
        if (other) {
          return [
            rowChange(row, { ...shownRow(row), ...other.upload, trashedAt: null }),
            ...putReadings(row.id, other),
          ];
        }
        if (staged?.by !== by) {
          throw new Error(`${row.id} is not staged anymore`);
        }
        return [rowChange(row, record)];
      });
    });
  }

  /** Takes back what was staged and is not committed. */
  dropStaged(ids: readonly string[], by: string): Promise<void> {
    return this.changeEach(ids, (row) => (row.record?.staged?.by === by ? removal(row) : []));
  }
}

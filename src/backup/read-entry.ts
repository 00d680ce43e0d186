import { type GenericSchema, getDotPath, type InferOutput, safeParse } from 'valibot';
import type { ZipReader } from '../archive/zip-reader';
import { formatOf } from '../contract/image-formats';
import { failed, type Result, success } from '../contract/result';
import { acceptFile } from '../intake/accept-file';
import type { WholeUpload } from '../uploads/read-row';
import {
  BACKUP_VERSION,
  type BackupFault,
  MANIFEST_PATH,
  picturePath,
  thumbnailPath,
  uploadPath,
} from './backup-format';
import { FORMAT_SCHEMA, MANIFEST_SCHEMA, type ManifestJson, UPLOAD_SCHEMA } from './backup-schema';
import { fromUploadJson } from './upload-json';

/** An upload with the names of the entries it was read from, that of its JSON first. */
interface ReadUpload {
  readonly upload: WholeUpload;
  readonly paths: readonly string[];
}

export async function readManifest(zip: ZipReader): Promise<Result<ManifestJson, BackupFault>> {
  const bytes = await zip.read(MANIFEST_PATH);
  if (!bytes) return failed({ kind: 'not-a-backup' });
  if (!bytes.ok) return bytes;
  const format = parseJson(bytes.value, FORMAT_SCHEMA, MANIFEST_PATH);
  if (!format.ok) return failed({ ...format.failure, kind: 'not-a-backup' });
  if (format.value.version > BACKUP_VERSION) {
    return failed({ kind: 'newer-version', detail: `version ${format.value.version}` });
  }
  return parseJson(bytes.value, MANIFEST_SCHEMA, MANIFEST_PATH);
}

/** Reads an upload with its bytes and looks at all of it. */
export async function readEntry(zip: ZipReader, number: number): Promise<Result<ReadUpload, BackupFault>> {
  const path = uploadPath(number);
  const bytes = await readPath(zip, path);
  if (!bytes.ok) return bytes;
  const json = parseJson(bytes.value, UPLOAD_SCHEMA, path);
  if (!json.ok) return json;
  const picture = await readPicture(zip, picturePath(number, json.value.mime), json.value.mime);
  if (!picture.ok) return picture;
  const paths = [path, picturePath(number, json.value.mime)];
  const { thumbnail: mime } = json.value;
  if (mime === null) return withJson(path, () => ({ upload: fromUploadJson(json.value, picture.value, null), paths }));

  const small = await readPicture(zip, thumbnailPath(number, mime), mime);
  if (!small.ok) return small;
  const allPaths = [...paths, thumbnailPath(number, mime)];
  return withJson(path, () => ({ upload: fromUploadJson(json.value, picture.value, small.value), paths: allPaths }));
}

/** Corrections may be well-formed and still belong to no reading. */
function withJson(path: string, read: () => ReadUpload): Result<ReadUpload, BackupFault> {
  try {
    return success(read());
  } catch (error) {
    return failed({ kind: 'content', entry: path, detail: String(error) });
  }
}

async function readPath(zip: ZipReader, path: string): Promise<Result<Uint8Array<ArrayBuffer>, BackupFault>> {
  return (await zip.read(path)) ?? failed({ kind: 'missing', entry: path });
}

/** The same questions as to a file that a person hands in: what intake refuses does not come in by a backup either. */
async function readPicture(
  zip: ZipReader,
  path: string,
  mime: string,
): Promise<Result<Uint8Array<ArrayBuffer>, BackupFault>> {
  const bytes = await readPath(zip, path);
  if (!bytes.ok) return bytes;
  const accepted = await acceptFile(new File([bytes.value], path));
  const isSaid = accepted.ok && formatOf(accepted.value.image.format).mimeTypes.includes(mime);
  return isSaid ? bytes : failed({ kind: 'not-a-picture', entry: path });
}

function parseJson<Schema extends GenericSchema>(
  bytes: Uint8Array,
  schema: Schema,
  entry: string,
): Result<InferOutput<Schema>, BackupFault> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return failed({ kind: 'content', entry, detail: String(error) });
  }
  const parsed = safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failed({ kind: 'content', entry, detail: `${getDotPath(issue) ?? ''}: ${issue.message}`.slice(0, 300) });
}

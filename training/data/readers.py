"""Readers of the four ways in which the data sets are stored. All pictures come as gray, 0..255."""

import csv
import gzip
import io
import json
import struct
import tarfile
from pathlib import Path

import numpy as np
from PIL import Image


class MissingData(Exception):
    """A data set, or a file of one, is not in the cache; the message names it and says how to get it."""


def read_idx(path: Path) -> np.ndarray:
    """An IDX file (LeCun's format), gzipped or not."""
    for candidate in (path, path.with_name(path.name + ".gz")):
        if candidate.exists():
            raw = candidate.read_bytes()
            data = gzip.decompress(raw) if candidate.suffix == ".gz" else raw
            shape = struct.unpack(f">{data[3]}I", data[4 : 4 + 4 * data[3]])
            return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(shape)
    raise MissingData(f"{path} is missing: run `python3 -m training data`, or name its folder with --cache")


def read_digits(folder: Path, part: str = "train") -> tuple[np.ndarray, np.ndarray]:
    """Images [count, 28, 28], light ink on dark, and labels [count]; `part` is '' where a set's files name none."""
    start = f"{part}-" if part else ""
    return read_idx(folder / f"{start}images-idx3-ubyte"), read_idx(folder / f"{start}labels-idx1-ubyte")


def read_labels(folder: Path, name: str = "labels.csv") -> list[dict[str, str]]:
    path = folder / name
    if not path.exists():
        raise MissingData(f"{path} is missing: run `python3 -m training data`, or name its folder with --cache")
    with path.open(newline="") as stream:
        return list(csv.DictReader(stream))


LABEL_AUDIT = Path(__file__).resolve().parent.parent / "label-audit.csv"
"""Labels found wrong by looking at the pictures that a trained classifier contradicts, with the reason for each."""


def corrected_labels(set_id: str) -> dict[str, str]:
    """Corrected label by file, for training; the measured parts keep their published labels."""
    with LABEL_AUDIT.open(newline="") as stream:
        return {row["file"]: row["corrected"] for row in csv.DictReader(stream) if row["set"] == set_id}


def read_pictures(folder: Path, names: set[str]) -> dict[str, np.ndarray]:
    """Gray pictures [h, w] by name, from the folder `images` or from `images.tar`."""
    archive = folder / "images.tar"
    if not archive.exists():
        return {name: np.asarray(Image.open(folder / "images" / name).convert("L")) for name in names}
    with tarfile.open(archive) as tar:
        members = {member.name.removeprefix("./").removeprefix("images/"): member for member in tar}
        absent = sorted(names - members.keys())
        if absent:
            raise MissingData(f"{archive} lacks {len(absent)} pictures of labels.csv, the first is {absent[0]}")
        return {name: np.asarray(Image.open(io.BytesIO(member_bytes(tar, members[name]))).convert("L")) for name in names}


def read_strings(folder: Path, are_corrected: bool = False, split: str | None = None) -> list[dict]:
    """Pictures of numbers: file, label, image [h, w] and, where the set has them, boxes (x, y, w, h) a digit.

    `label` is the digits alone. Every other column of labels.csv comes along: `raw` (as written, with its marks), `split`
    ('train' or 'test'; only its rows are read when told), `volume`, `writer`, `field`.
    """
    corrected = corrected_labels(folder.name) if are_corrected else {}
    boxes_path = folder / "boxes.json"
    boxes = {row["file"]: row["boxes"] for row in json.loads(boxes_path.read_text())} if boxes_path.exists() else {}
    rows = [row for row in read_labels(folder) if split is None or row["split"] == split]
    pictures = read_pictures(folder, {row["file"] for row in rows})
    return [
        {**row, "label": corrected.get(row["file"], row["label"]), "boxes": boxes.get(row["file"]), "image": pictures[row["file"]]} for row in rows
    ]


def read_strokes(path: Path) -> list[dict]:
    """What a pen wrote, from gzipped lines of JSON: label, writer, file and strokes, each a list of points [count, 2].

    x runs right and y down; the ink's box is 300 high, or as wide as it may be where the ink is flat.
    """
    if not path.exists():
        raise MissingData(f"{path} is missing: run `python3 -m training data`, or name its folder with --cache")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [{**row, "strokes": [np.array(stroke, np.float32).reshape(-1, 2) for stroke in row["strokes"]]} for row in rows]


def member_bytes(archive: tarfile.TarFile, member: str | tarfile.TarInfo) -> bytes:
    """A file of an archive. Raises KeyError where there is none of that name, or only a folder or a link."""
    stream = archive.extractfile(member)
    if stream is None:
        raise KeyError(f"{member} is no file")
    return stream.read()


def read_crops(folder: Path, archive: str, labels: str) -> list[dict]:
    """One digit a picture, from a tar file: file, label, the other columns of its row, image [h, w]."""
    rows = {row["file"]: row for row in read_labels(folder, labels)}
    path = folder / archive
    if not path.exists():
        raise MissingData(f"{path} is missing: run `python3 -m training data`, or name its folder with --cache")
    crops = []
    with tarfile.open(path) as tar:
        for member in tar:
            name = member.name.removeprefix("./").removeprefix("images/")
            row = rows.get(name)
            if row is not None:
                image = Image.open(io.BytesIO(member_bytes(tar, member))).convert("L")
                crops.append({**row, "label": int(row["label"]), "image": np.asarray(image)})
    return crops

"""Readers of the three ways in which the data sets are stored. All pictures come as gray, 0..255."""

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
    """Images [count, 28, 28], light ink on dark, and labels [count]."""
    return read_idx(folder / f"{part}-images-idx3-ubyte"), read_idx(folder / f"{part}-labels-idx1-ubyte")


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


def read_strings(folder: Path, are_corrected: bool = False) -> list[dict]:
    """Pictures of numbers: file, label, image [h, w] and, where the set has them, boxes (x, y, w, h) a digit."""
    corrected = corrected_labels(folder.name) if are_corrected else {}
    boxes_path = folder / "boxes.json"
    boxes = {row["file"]: row["boxes"] for row in json.loads(boxes_path.read_text())} if boxes_path.exists() else {}
    return [
        {
            "file": row["file"],
            "label": corrected.get(row["file"], row["label"]),
            "boxes": boxes.get(row["file"]),
            "image": np.asarray(Image.open(folder / "images" / row["file"]).convert("L")),
        }
        for row in read_labels(folder)
    ]


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

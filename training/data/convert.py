"""From what a repository holds to what the readers read. `verify.py` has the last word on whether it came out right.

The Semeion conversion was checked against the set's first digit, byte for byte; the others follow the sets' descriptions
and are checked by the set's checksums when they run.
"""

import csv
import gzip
import io
import json
import shutil
import struct
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

SIDE, INK_SIDE = 28, 20
LAST_STRIP = "a_car_000999.jpg"
VSHRAVAN_CORRECTIONS = {"08031990_4.JPG": "0831990", "85622_4.JPG": "8522"}


def write_idx(folder: Path, images: np.ndarray, labels: np.ndarray, part: str = "train") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind, values in (("images-idx3", images), ("labels-idx1", labels)):
        header = struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape)
        (folder / f"{part}-{kind}-ubyte.gz").write_bytes(gzip.compress(header + values.astype(np.uint8).tobytes(), mtime=0))


def fit_to_mnist(glyph: np.ndarray) -> np.ndarray:
    """Light ink on black of any size as MNIST has it: ink box scaled to 20 px (Lanczos), centered by mass in 28x28."""
    rows, columns = np.flatnonzero(glyph.any(1)), np.flatnonzero(glyph.any(0))
    result = np.zeros((SIDE, SIDE), np.uint8)
    if len(rows) == 0:
        return result
    ink = glyph[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = INK_SIDE / max(ink.shape)
    size = max(1, round(ink.shape[1] * scale)), max(1, round(ink.shape[0] * scale))
    fitted = np.asarray(Image.fromarray(ink.astype(np.uint8)).resize(size, Image.Resampling.LANCZOS))
    mass = fitted.astype(float)

    def start(axis: int, length: int) -> int:
        center = (mass.sum(1 - axis) * np.arange(length)).sum() / mass.sum()
        return min(max(round((SIDE - 1) / 2 - center), 0), SIDE - length)

    top, left = start(0, fitted.shape[0]), start(1, fitted.shape[1])
    result[top : top + fitted.shape[0], left : left + fitted.shape[1]] = fitted
    return result


def semeion(source: Path, folder: Path) -> None:
    """Lines of 256 pixels, 0 or 1, and ten columns of which one marks the digit."""
    rows = np.loadtxt(source / "semeion.data")
    write_idx(folder, np.stack([fit_to_mnist(row[:256].reshape(16, 16) * 255) for row in rows]), rows[:, 256:266].argmax(1))


def usps(source: Path, folder: Path) -> None:
    """Lines of the digit and 256 pixels, -1 paper .. 1 ink."""
    with gzip.open(source / "data/zipcode/zip.train.gz", "rt") as stream:
        rows = np.loadtxt(stream)
    pixels = ((rows[:, 1:257] + 1) * 127.5).round().clip(0, 255).reshape(-1, 16, 16)
    write_idx(folder, np.stack([fit_to_mnist(image) for image in pixels]), rows[:, 0])


def hwd_1000(source: Path, folder: Path) -> None:
    """28x28 pictures, black on white, named with their labels in `dataset.csv`."""
    with (source / "dataset.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    images = [255 - np.asarray(Image.open(source / row["image"]).convert("L")) for row in rows]
    write_idx(folder, np.stack(images), np.array([int(row["label"]) for row in rows]))


def kannada_mnist(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    published = source / "data/output_tensors/MNIST_format"
    shutil.copyfile(published / "X_kannada_MNIST_test-idx3-ubyte.gz", folder / "train-images-idx3-ubyte.gz")
    shutil.copyfile(published / "y_kannada_MNIST_test-idx1-ubyte.gz", folder / "train-labels-idx1-ubyte.gz")


def write_labels(folder: Path, rows: list[dict]) -> None:
    with (folder / "labels.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def orand_car_a(source: Path, folder: Path) -> None:
    """COCO boxes a digit; a strip's label is its boxes' categories from left to right."""
    published = source / "ORAND-CAR-2014-coco"
    coco = json.loads((published / "annotations/instances_train2017.json").read_text())
    digits: dict[int, list[tuple[list[int], int]]] = {}
    for row in coco["annotations"]:
        digits.setdefault(row["image_id"], []).append((row["bbox"], row["category_id"]))
    (folder / "images").mkdir(parents=True, exist_ok=True)
    rows, boxes = [], []
    for image in sorted(coco["images"], key=lambda row: row["file_name"]):
        name = image["file_name"].split("_png.rf.")[0] + ".jpg"
        if name > LAST_STRIP:
            continue
        shutil.copyfile(published / "images/train2017" / image["file_name"], folder / "images" / name)
        ordered = sorted(digits.get(image["id"], []), key=lambda digit: digit[0][0])
        label = "".join(str(category) for _, category in ordered)
        rows.append({"file": name, "label": label, "split": "repo-train", "width": image["width"], "height": image["height"]})
        boxes.append({"file": name, "label": label, "split": "train", "boxes": [box for box, _ in ordered]})
    write_labels(folder, rows)
    (folder / "boxes.json").write_text(json.dumps(boxes, separators=(",", ":")))


def vshravan_photos(source: Path, folder: Path) -> None:
    """Photos named after the number on them and a running number."""
    (folder / "images").mkdir(parents=True, exist_ok=True)
    rows = []
    with zipfile.ZipFile(source / "Images_2.zip") as archive:
        for member in sorted(archive.namelist(), key=lambda name: Path(name).name):
            name = Path(member).name
            if not name.lower().endswith((".jpg", ".jpeg")) or name.startswith("."):
                continue
            data = archive.read(member)
            (folder / "images" / name).write_bytes(data)
            width, height = Image.open(io.BytesIO(data)).size
            corrected = VSHRAVAN_CORRECTIONS.get(name)
            rows.append(
                {
                    "file": name,
                    "label": corrected or name.split("_")[0],
                    "label_source": "corrected" if corrected else "filename",
                    "width": width,
                    "height": height,
                }
            )
    write_labels(folder, rows)


CONVERTERS = {function.__name__: function for function in (semeion, usps, hwd_1000, kannada_mnist, orand_car_a, vshravan_photos)}

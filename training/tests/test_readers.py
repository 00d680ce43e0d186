import csv
import gzip
import io
import json
import tarfile

import numpy as np
import pytest
from PIL import Image

from ..data.convert import write_idx
from ..data.readers import MissingData, read_crops, read_digits, read_idx, read_strings, read_strokes


def write_csv(path, rows):
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def png(image: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("is_gzipped", [True, False])
def test_idx_files_come_back_as_written(tmp_path, is_gzipped):
    images = np.arange(2 * 28 * 28).reshape(2, 28, 28).astype(np.uint8)
    write_idx(tmp_path, images, np.array([7, 0]), "t10k")
    if not is_gzipped:
        for path in list(tmp_path.iterdir()):
            path.with_suffix("").write_bytes(gzip.decompress(path.read_bytes()))
            path.unlink()
    read_images, read_labels = read_digits(tmp_path, "t10k")
    assert np.array_equal(read_images, images)
    assert read_labels.tolist() == [7, 0]


def test_numbers_come_with_all_that_the_set_says_of_them(tmp_path):
    (tmp_path / "labels.csv").write_text('file,label,raw,split,writer\na.png,1250,"12,50",train,w1\nb.png,7,7,test,w2\n')
    with tarfile.open(tmp_path / "images.tar", "w") as tar:
        for name, shade in (("a.png", 10), ("b.png", 20)):
            data = io.BytesIO()
            Image.new("RGB", (30, 20), (shade, shade, shade)).save(data, "PNG")
            entry = tarfile.TarInfo(f"images/{name}")
            entry.size = len(data.getvalue())
            tar.addfile(entry, io.BytesIO(data.getvalue()))
    first, second = read_strings(tmp_path)
    assert (first["label"], first["raw"], first["split"], first["writer"], first["boxes"]) == ("1250", "12,50", "train", "w1", None)
    assert first["image"].shape == (20, 30) and (first["image"] == 10).all() and (second["image"] == 20).all()
    assert [row["file"] for row in read_strings(tmp_path, split="test")] == ["b.png"]
    (tmp_path / "labels.csv").write_text("file,label\na.png,1\nc.png,2\n")
    with pytest.raises(MissingData, match=r"lacks 1 pictures of labels\.csv, the first is c\.png"):
        read_strings(tmp_path)


def test_strokes_are_points(tmp_path):
    path = tmp_path / "strokes.jsonl.gz"
    with pytest.raises(MissingData, match=r"strokes\.jsonl\.gz is missing"):
        read_strokes(path)
    with gzip.open(path, "wt") as lines:
        lines.write('{"label":"7","writer":"w1","strokes":[[0,0,50,0,20,300],[5,150,40,150]]}\n{"label":"π","writer":"w2","strokes":[[3,4]]}\n')
    seven, letter = read_strokes(path)
    assert [stroke.tolist() for stroke in seven["strokes"]] == [[[0, 0], [50, 0], [20, 300]], [[5, 150], [40, 150]]]
    assert (seven["label"], seven["writer"], letter["label"], letter["strokes"][0].shape) == ("7", "w1", "π", (1, 2))


def test_files_that_name_no_part(tmp_path):
    write_idx(tmp_path, np.zeros((2, 28, 28)), np.array([3, 8]))
    for path in list(tmp_path.iterdir()):
        path.rename(path.with_name(path.name.removeprefix("train-")))
    assert read_digits(tmp_path, "")[1].tolist() == [3, 8]


def test_a_missing_file_is_named_with_what_to_do(tmp_path):
    with pytest.raises(MissingData, match=r"train-images-idx3-ubyte is missing.*training data"):
        read_digits(tmp_path)
    with pytest.raises(MissingData, match=r"labels\.csv is missing"):
        read_strings(tmp_path)


def test_a_truncated_idx_file_is_refused(tmp_path):
    write_idx(tmp_path, np.zeros((2, 28, 28)), np.zeros(2))
    path = tmp_path / "train-images-idx3-ubyte.gz"
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())[:-9]))
    with pytest.raises(ValueError):
        read_idx(tmp_path / "train-images-idx3-ubyte")


def test_strings_keep_leading_zeros_and_their_boxes(tmp_path):
    (tmp_path / "images").mkdir()
    Image.fromarray(np.full((20, 40, 3), 200, np.uint8)).save(tmp_path / "images/a.png")
    write_csv(tmp_path / "labels.csv", [{"file": "a.png", "label": "007"}])
    (tmp_path / "boxes.json").write_text(json.dumps([{"file": "a.png", "boxes": [[1, 2, 3, 4]] * 3}]))
    (row,) = read_strings(tmp_path)
    assert row["label"] == "007" and row["boxes"] == [[1, 2, 3, 4]] * 3
    assert row["image"].shape == (20, 40) and row["image"][0, 0] == 200


def test_crops_come_from_the_tar_with_the_columns_of_their_rows(tmp_path):
    write_csv(tmp_path / "labels.csv", [{"file": "3/a.png", "label": "3", "puzzle": "01_01"}, {"file": "gone.png", "label": "1", "puzzle": ""}])
    with tarfile.open(tmp_path / "images.tar", "w") as tar:
        for name in ("./images/3/a.png", "unlisted.png"):
            data = png(np.full((5, 6), 9, np.uint8))
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    (crop,) = read_crops(tmp_path, "images.tar", "labels.csv")
    assert (crop["file"], crop["label"], crop["puzzle"]) == ("3/a.png", 3, "01_01")
    assert crop["image"].shape == (5, 6)


def test_mnist_is_whole(mnist_folder):
    images, labels = read_digits(mnist_folder, "t10k")
    assert images.shape == (10_000, 28, 28)
    assert np.bincount(labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


def test_corrected_labels_are_for_the_audited_files_only(tmp_path):
    folder = tmp_path / "orand-car-a"
    (folder / "images").mkdir(parents=True)
    for name in ("a_car_000525.jpg", "a_car_000001.jpg"):
        Image.new("L", (20, 10), 200).save(folder / "images" / name)
    (folder / "labels.csv").write_text("file,label\na_car_000525.jpg,72107\na_car_000001.jpg,12\n")
    assert [row["label"] for row in read_strings(folder)] == ["72107", "12"]
    assert [row["label"] for row in read_strings(folder, are_corrected=True)] == ["22107", "12"]

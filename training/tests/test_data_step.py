import gzip
import http.server
import io
import json
import tarfile
import threading
from typing import ClassVar

import numpy as np
import pytest

from .. import __main__ as command
from ..data import fetch, step, verify
from ..data.convert import fit_to_mnist, orand_car_a, semeion, usps, write_idx
from ..data.readers import MissingData, read_digits, read_labels, read_strings
from ..data.sets import DataSet, Recipe
from ..scenes.bank import load_bank

ROW = DataSet("tiny", "latin", "Tiny", "idx", 2, Recipe("owner/name", "0" * 40, "semeion.data", ("semeion.data",), "semeion"), "MIT", True)


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    """A cache with one set, which trains, and its checksums."""
    cache = tmp_path / "cache"
    write_idx(cache / "tiny", np.zeros((2, 28, 28)), np.array([1, 2]))
    monkeypatch.setattr(verify, "CHECKSUMS", tmp_path / "checksums.json")
    monkeypatch.setattr(verify, "set_named", lambda set_id: ROW)
    monkeypatch.setattr(step, "sets_of", lambda script: [ROW])
    monkeypatch.setattr(step, "needed", lambda script, allowed: {"tiny", "gone"})
    monkeypatch.setattr(step, "prepare_fonts", lambda is_offline: True)
    monkeypatch.setattr(step, "prepare_plate_fonts", lambda is_offline: True)
    verify.record("tiny", cache, tmp_path)
    return cache


def test_a_whole_set_passes_however_it_is_packed(tiny, tmp_path):
    assert step.prepare_data(tiny, tmp_path, "latin", is_offline=True) == 0
    for path in list((tiny / "tiny").iterdir()):
        path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), compresslevel=1, mtime=5))
    assert step.prepare_data(tiny, tmp_path, "latin", is_offline=True) == 0


def test_a_wrong_checksum_is_named_and_nothing_trains(tiny, tmp_path, capsys):
    write_idx(tiny / "tiny", np.ones((2, 28, 28)), np.array([1, 2]))
    assert step.prepare_data(tiny, tmp_path, "latin") == 1
    assert "train-images-idx3-ubyte.gz has the wrong SHA-256" in capsys.readouterr().err
    with pytest.raises(MissingData, match=r"tiny.*wrong SHA-256"):
        verify.require_sets(("tiny",), tiny, tmp_path)


def test_a_missing_set_is_named_and_the_rest_goes_on(tiny, tmp_path, monkeypatch, capsys):
    gone = DataSet("gone", "latin", "Gone", "idx", 1, Recipe("owner/name", "0" * 40, "data", note="unknown steps"), "MIT", True)
    monkeypatch.setattr(step, "sets_of", lambda script: [gone, ROW])
    assert step.prepare_data(tiny, tmp_path, "latin", is_offline=False) == 1
    printed = capsys.readouterr()
    assert "gone is missing: it cannot be rebuilt from github.com/owner/name" in printed.err
    assert "tiny: 2 idx, MIT; trains; complete" in printed.out


def test_trainings_refuse_an_empty_cache(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["training", "--cache", str(tmp_path), "--mnist", str(tmp_path), "classifier"])
    assert command.main() == 2
    assert "usps" in capsys.readouterr().err


def test_the_glyph_bank_refuses_to_do_without_usps_unless_told(tmp_path, drawn_digits, monkeypatch):
    monkeypatch.setattr("training.scenes.bank.MNIST_VALIDATION", 10)
    monkeypatch.setattr("training.scenes.bank.add_all_fonts", lambda bank: None)
    write_idx(tmp_path, *drawn_digits)
    with pytest.raises(MissingData, match="usps"):
        load_bank(tmp_path, tmp_path)
    assert list(load_bank(tmp_path, tmp_path, allow_missing=True).digits) == ["mnist", "strokes"]


def test_a_folder_counts_by_names_and_contents(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/1.txt").write_text("one")
    before = verify.digest(tmp_path / "a")
    (tmp_path / "a/1.txt").rename(tmp_path / "a/2.txt")
    assert verify.digest(tmp_path / "a") != before


class Server(http.server.BaseHTTPRequestHandler):
    content = bytes(range(256)) * 2000
    starts: ClassVar[list[int]] = []

    def do_GET(self):
        start = int(self.headers.get("Range", "bytes=0-")[6:-1])
        Server.starts.append(start)
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(self.content) - start))
        self.end_headers()
        # The first answer breaks off half-way, as networks do.
        self.wfile.write(self.content[start:] if start else self.content[: len(self.content) // 2])

    def log_message(self, format, *args):  # noqa: A002
        pass


def test_a_broken_download_is_never_taken_for_whole_and_goes_on(tmp_path):
    server = http.server.HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url, target = f"http://127.0.0.1:{server.server_port}/file", tmp_path / "file"
    try:
        with pytest.raises(MissingData, match="run the step again"):
            fetch.download(url, target)
        assert not target.exists()
        fetch.download(url, target)
    finally:
        server.shutdown()
        server.server_close()
    assert target.read_bytes() == Server.content
    assert Server.starts == [0, len(Server.content) // 2]
    assert list(tmp_path.iterdir()) == [target]


def test_urls_are_pinned_to_the_commit():
    assert fetch.url_of(ROW.origin, "a b.zip").endswith(f"/owner/name/{'0' * 40}/a%20b.zip")
    assert fetch.url_of(ROW.origin, ".").endswith("0" * 40)


def test_an_archive_writes_only_into_its_folder(tmp_path):
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar:
        for name in ("top/good.txt", "top/../../evil.txt"):
            member = tarfile.TarInfo(name)
            member.size = 2
            tar.addfile(member, io.BytesIO(b"ok"))
    fetch.unpack(tmp_path / "a.tar.gz", tmp_path / "out")
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*.txt"))] == ["out/good.txt"]


def test_an_absent_set_is_rebuilt_and_verified(tiny, tmp_path, monkeypatch):
    source = tmp_path / "source"
    source.mkdir()
    (source / "semeion.data").write_text(
        "\n".join(" ".join(["0.0"] * 256 + ["1" if column == label else "0" for column in range(10)]) for label in (1, 2))
    )
    monkeypatch.setattr(step, "fetch_source", lambda recipe, folder: source)
    (tiny / "tiny").rename(tmp_path / "aside")
    (tiny / ".downloads").mkdir()
    assert step.prepare_data(tiny, tmp_path, "latin") == 0
    assert read_digits(tiny / "tiny")[1].tolist() == [1, 2]


def test_fitting_scales_the_ink_to_20_pixels_around_its_mass():
    glyph = np.zeros((16, 16), np.uint8)
    glyph[2:14, 3:6] = 255
    fitted = fit_to_mnist(glyph)
    assert fitted.shape == (28, 28)
    rows, columns = np.flatnonzero(fitted.max(1) > 64), np.flatnonzero(fitted.max(0) > 64)
    assert (len(rows), len(columns)) == (20, 5)
    assert abs((fitted.sum(1) * np.arange(28)).sum() / fitted.sum() - 13.5) <= 0.5
    assert not fit_to_mnist(np.zeros((16, 16), np.uint8)).any()


def test_converters_of_text_sets(tmp_path):
    pixels = ["-1.0"] * 256
    pixels[100] = "1.0"
    (tmp_path / "data/zipcode").mkdir(parents=True)
    with gzip.open(tmp_path / "data/zipcode/zip.train.gz", "wt") as stream:
        stream.write("\n".join(" ".join([f"{label}.0", *pixels]) for label in (5, 9)))
    usps(tmp_path, tmp_path / "usps")
    images, labels = read_digits(tmp_path / "usps")
    assert labels.tolist() == [5, 9] and images[0].max() == 255 and images[0, 0, 0] == 0
    (tmp_path / "semeion.data").write_text("\n".join(" ".join(["1.0"] * 256 + ["1" if k == label else "0" for k in range(10)]) for label in (3, 8)))
    semeion(tmp_path, tmp_path / "semeion")
    assert read_digits(tmp_path / "semeion")[1].tolist() == [3, 8]


def test_strips_are_labelled_from_left_to_right(tmp_path):
    published = tmp_path / "ORAND-CAR-2014-coco"
    (published / "annotations").mkdir(parents=True)
    (published / "images/train2017").mkdir(parents=True)
    names = ["a_car_000200_png.rf.x.jpg", "a_car_001000_png.rf.y.jpg"]
    for name in names:
        (published / "images/train2017" / name).write_bytes(b"picture")
    (published / "annotations/instances_train2017.json").write_text(
        json.dumps(
            {
                "images": [{"id": index, "file_name": name, "width": 90, "height": 40} for index, name in enumerate(names)],
                "annotations": [{"image_id": 0, "category_id": digit, "bbox": [x, 1, 9, 9]} for digit, x in ((7, 50), (0, 2), (4, 30))],
            }
        )
    )
    orand_car_a(tmp_path, tmp_path / "strips")
    (row,) = read_labels(tmp_path / "strips")
    assert (row["file"], row["label"]) == ("a_car_000200.jpg", "047")
    assert [box[0] for box in json.loads((tmp_path / "strips/boxes.json").read_text())[0]["boxes"]] == [2, 30, 50]
    with pytest.raises(OSError):
        read_strings(tmp_path / "strips")

import hashlib
import io
import re
import subprocess
import tarfile
from pathlib import Path

import numpy as np
import pytest

from ..data import fonts
from ..data.readers import MissingData
from ..scenes.glyphs import GlyphBank, Word
from ..scenes.ink import InkLayer, broken, pick_hand, write_word
from ..scenes.pens import pseudo_word

DATA = b"a font"


@pytest.fixture
def one_font(tmp_path, monkeypatch):
    """A list with one font that trains, and an empty folder."""
    sheet = tmp_path / "fonts.csv"
    sheet.write_text(f"name,version,license,part,sha256\npen,1.0.0,OFL-1.1,train,{hashlib.sha256(DATA).hexdigest()}\n")
    monkeypatch.setattr(fonts, "LIST", sheet)
    monkeypatch.setattr(fonts, "FOLDER", tmp_path / "fonts")


def pack(member: str, data: bytes):
    """What `npm pack` does: a tar file in the current folder, its name printed."""

    def run(command, cwd, **_options):
        with tarfile.open(f"{cwd}/pen.tgz", "w:gz") as archive:
            entry = tarfile.TarInfo(member)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        return subprocess.CompletedProcess(command, 0, "pen.tgz\n", "")

    return run


def test_a_family_is_in_one_part_and_every_license_is_free():
    rows = {part: fonts.font_rows(part) for part in fonts.PARTS}
    families = {part: {row["name"].split("-")[0] for row in rows[part]} for part in rows}
    assert not families["train"] & families["measure"]
    assert len(rows["train"]) > 150 and len(rows["measure"]) > 40
    names = [row["name"] for part in rows for row in rows[part]]
    assert len(names) == len(set(names))
    assert {row["license"] for part in rows for row in rows[part]} <= {"OFL-1.1", "Apache-2.0", "MIT"}


@pytest.mark.usefixtures("one_font")
def test_a_missing_font_stops_training_until_it_is_fetched(monkeypatch, capsys):
    assert not fonts.prepare_fonts(is_offline=True)
    assert "pen: missing" in capsys.readouterr().err
    with pytest.raises(MissingData, match="pen"):
        fonts.require_fonts()
    monkeypatch.setattr(fonts.subprocess, "run", pack("package/files/pen-latin-400-normal.woff", DATA))
    assert fonts.prepare_fonts(is_offline=False)
    fonts.require_fonts()


@pytest.mark.parametrize(
    "member, data, words",
    [
        ("package/files/pen-latin-400-normal.woff", b"another", "is not the file of fonts.csv"),
        ("package/other", DATA, "package/files/pen-latin-400-normal.woff"),
    ],
)
@pytest.mark.usefixtures("one_font")
def test_another_file_than_recorded_is_named_and_not_kept(monkeypatch, capsys, member, data, words):
    monkeypatch.setattr(fonts.subprocess, "run", pack(member, data))
    assert not fonts.prepare_fonts(is_offline=False)
    assert words in capsys.readouterr().err
    assert not fonts.font_path("pen").exists()


def test_running_words_mark_the_letters_that_may_be_digits():
    glyph = np.zeros((40, 100), np.uint8)
    glyph[4:36, 2:98] = 255
    bank = GlyphBank(digits={"mnist": [[glyph]] * 10}, letters={"pen": {"a": glyph}}, words={"pen": [Word(glyph, [(20, 40)])]})
    rng = np.random.default_rng(2)
    seen = 0
    for _ in range(20):
        layer = InkLayer(np.zeros((200, 400), np.float32))
        write_word(rng, layer, bank, pick_hand(rng, bank, 40, 0.0), 60, 120)
        if not layer.ambiguous:
            continue
        (x, y, width, height), (whole_x, whole_y, whole_width, whole_height) = layer.ambiguous[0], layer.others[0]
        assert (y, height) == (whole_y, whole_height)
        assert (x - whole_x) / whole_width == pytest.approx(0.2, abs=0.02) and width / whole_width == pytest.approx(0.2, abs=0.02)
        assert not layer.boxes
        seen += 1
    assert seen > 5


def test_gaps_take_some_ink_and_leave_most():
    rng = np.random.default_rng(3)
    bar = np.pad(np.ones((40, 12), np.float32), 4)
    kept = np.array([broken(rng, bar).sum() / bar.sum() for _ in range(60)])
    assert kept.max() < 1 and np.median(kept) > 0.75


def test_pseudo_words_hold_letters_only():
    rng = np.random.default_rng(4)
    assert all(pseudo_word(rng).isalpha() for _ in range(200))


def test_the_fonts_of_the_measured_words_do_not_train():
    written = (Path(__file__).parents[2] / "src/cli/made-sets/written-words.ts").read_text()
    measured = set(re.findall(r"@expo-google-fonts/([a-z]+)", written))
    assert "caveat" in measured
    assert not measured & {row["name"].split("-")[0] for row in fonts.font_rows("train")}

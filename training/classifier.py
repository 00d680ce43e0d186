"""Training of the classifier: balanced batches of every source, and a larger teacher where there is one."""

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from .augment import augment
from .calibrate import calibrate, with_second_looks
from .checkpoints import load_checkpoint, load_classifier, save_checkpoint
from .contract import SECOND_LOOK_ZOOMS
from .networks import Classifier, widened
from .patches import Patches
from .runs import ClassifierRun, Places, recorded, require_same
from .scenes.bank import load_bank
from .schedule import Averaged, Progress, device, mixed_precision, one_cycle, placed, seed_everything
from .sources import classifier_patches, shares_of

LABEL_SMOOTHING = 0.03
TEACHER_SHARE, TEACHER_TEMPERATURE = 0.6, 2.0
"""How much of the loss a teacher's answers are, and how far both are softened there."""


class Batches:
    """Endless balanced batches: digits evenly by label within a source, about one in eight no digit."""

    def __init__(self, sources: dict[str, Patches], shares: dict[str, float], batch: int, seed: int):
        unknown = sorted(sources.keys() - shares.keys())
        if unknown:
            raise ValueError(f"no row of sources.py says how much of a batch {', '.join(unknown)} gives")
        self.sources, self.rng = sources, np.random.default_rng(seed)
        total = sum(shares[name] for name in sources)
        self.counts = {name: max(1, round(batch * shares[name] / total)) for name in sources}
        self.generator = torch.Generator().manual_seed(seed)

    def next(self) -> tuple[torch.Tensor, torch.Tensor]:
        images, shares, labels = [], [], []
        for name, count in self.counts.items():
            patches = self.sources[name]
            chosen = self.rng.integers(0, len(patches), count)
            images.append(patches.images[chosen])
            shares.append(patches.shares[chosen])
            labels.append(patches.labels[chosen])
        glyphs = augment(torch.from_numpy(np.concatenate(images)), torch.from_numpy(np.concatenate(shares)), 1.0, self.generator)
        return glyphs, torch.from_numpy(np.concatenate(labels))


@torch.no_grad()
def logits_of(model: torch.nn.Module, patches: Patches, zoom: float = 1.0) -> torch.Tensor:
    """As serving has them, with the square around each digit `zoom` times as wide as usual."""
    model.eval()
    generator = torch.Generator().manual_seed(0)
    parts = []
    for start in range(0, len(patches), 500):
        glyphs = augment(
            torch.from_numpy(patches.images[start : start + 500]), torch.from_numpy(patches.shares[start : start + 500]), 0.0, generator, zoom
        )
        parts.append(model(glyphs.to(next(model.parameters()).device)).float().cpu())
    return torch.cat(parts)


def accuracy(model: torch.nn.Module, patches: Patches) -> float:
    return float((logits_of(model, patches).argmax(1).numpy() == patches.labels).mean())


def calibrated(model: Classifier, choose: dict[str, Patches]) -> tuple[dict[str, float], dict[str, float]]:
    """Calibration and figures as serving has them, with further looks at what the first does not settle."""
    first = {source: logits_of(model, patches) for source, patches in choose.items()}
    once, _ = calibrate(first, choose)
    logits = {
        source: with_second_looks(
            first[source], [logits_of(model, patches, zoom) for zoom in SECOND_LOOK_ZOOMS], once["temperature"], once["sureThreshold"]
        )
        for source, patches in choose.items()
    }
    return calibrate(logits, choose)


def lesson_loss(logits: torch.Tensor, labels: torch.Tensor, teacher_logits: torch.Tensor | None) -> torch.Tensor:
    """Cross entropy with smoothed labels; with a teacher most of it is the distance from that one's softened answers (Hinton et al. 2015)
    where those are right."""
    hard = functional.cross_entropy(logits, labels, label_smoothing=LABEL_SMOOTHING)
    if teacher_logits is None:
        return hard
    distance = functional.kl_div(
        (logits / TEACHER_TEMPERATURE).log_softmax(1), (teacher_logits / TEACHER_TEMPERATURE).log_softmax(1), reduction="none", log_target=True
    )
    soft = (distance.sum(1) * (teacher_logits.argmax(1) == labels)).mean()
    return (1 - TEACHER_SHARE) * hard + TEACHER_SHARE * TEACHER_TEMPERATURE**2 * soft


def make_teacher(places: Places, run: ClassifierRun) -> None:
    """Begins the teacher's checkpoint, which computes what the script's classifier does; one that is there stays."""
    path = places.checkpoint(run.name)
    if path.exists():
        return
    saved = load_checkpoint(places.checkpoint(run.script))
    state = widened(saved["averaged"], Classifier(run.widths), torch.Generator().manual_seed(saved["seed"]))
    begun = {"model": state, "averaged": state, "optimizer": None, "step": 0, "before": saved.get("before", 0) + saved["step"]}
    save_checkpoint(path, **{**saved, **begun, "widths": run.widths})


def train_classifier(places: Places, run: ClassifierRun) -> Path:
    """Trains the run's checkpoint, going on from where it is; returns its path. Raises OtherRun where it was begun otherwise."""
    seed_everything(run.seed)
    path = places.checkpoint(run.name)
    saved = torch.load(path, map_location=device()) if path.exists() else None
    if saved:
        require_same(run, places, saved)
    bank = load_bank(places.cache, places.mnist, run.script, allowed=places.allowed)
    train, validation = classifier_patches(places, run, bank)
    widths = saved["widths"] if saved else run.widths
    model = placed(Classifier(widths))
    teacher = placed(load_classifier(places.checkpoint(f"{run.script}-teacher"))) if run.is_taught else None
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=5e-3)
    averaged, first, before = Averaged(model), 0, 0
    if saved:
        model.load_state_dict(saved["model"])
        if saved["optimizer"]:
            optimizer.load_state_dict(saved["optimizer"])
        averaged.state, first, before = saved["averaged"], saved["step"], saved.get("before", 0)
    batches = Batches(train, shares_of(run, places.allowed), run.batch, run.seed + before + first)
    progress, running = Progress("classifier", run.steps, first), 0.0
    for step in range(first, run.steps):
        model.train()
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(step, run.steps, run.peak)
        glyphs, labels = batches.next()
        with mixed_precision(device().type):
            glyphs = glyphs.to(device()).contiguous(memory_format=torch.channels_last)
            logits = model(glyphs)
            with torch.no_grad():
                taught = teacher(glyphs).float() if teacher else None
        loss = lesson_loss(logits.float(), labels.to(device()), taught)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        averaged.update(model, before + step)
        running = loss.item() if step == first else 0.98 * running + 0.02 * loss.item()
        progress.show(step + 1, f"loss {running:.3f}")
        if (step + 1) % 500 == 0 or step + 1 == run.steps:
            judge = Classifier(widths).to(device())
            judge.load_state_dict(averaged.state)
            figures = ", ".join(f"{source} {accuracy(judge, patches):.4f}" for source, patches in validation.items())
            print(f"step {step + 1}: loss {running:.3f}; validation {figures}", flush=True)
            save_checkpoint(
                path,
                model=model.state_dict(),
                averaged=averaged.state,
                optimizer=optimizer.state_dict(),
                step=step + 1,
                before=before,
                seed=run.seed,
                widths=widths,
                run=recorded(run, places),
                earlier=saved.get("earlier", []) if saved else [],
            )
    return path

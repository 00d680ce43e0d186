"""Downloads of a pinned commit from GitHub: resumable, with progress, whole or not at all."""

import http.client
import shutil
import tarfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from ..schedule import Progress
from .readers import MissingData
from .sets import Recipe

CHUNK = 1 << 16
TIMEOUT_SECONDS = 30


def url_of(recipe: Recipe, name: str) -> str:
    """The commit pins the content; '.' is the whole repository as a gzipped tar."""
    if name == ".":
        return f"https://codeload.github.com/{recipe.repository}/tar.gz/{recipe.commit}"
    return f"https://raw.githubusercontent.com/{recipe.repository}/{recipe.commit}/{urllib.parse.quote(name)}"


def download(url: str, target: Path) -> Path:
    """Fetches into `target`.part, going on where an earlier try stopped, and renames it once it is whole."""
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    done = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={done}-"} if done else {})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
            is_resumed = done > 0 and response.status == 206
            receive(response, part, done if is_resumed else 0)
    except urllib.error.HTTPError as error:
        if error.code != 416 or not done:
            raise MissingData(f"{url} answered {error.code}: {error.reason}") from error
        part.unlink()
        return download(url, target)
    except (OSError, http.client.HTTPException) as error:
        raise MissingData(f"{url} cannot be read: {error}; run the step again to go on from there") from error
    part.replace(target)
    return target


def receive(response, part: Path, done: int) -> None:
    length = response.headers.get("Content-Length")
    total = done + int(length) if length else 0
    progress = Progress(part.name, max(total, 1), done)
    with part.open("ab" if done else "wb") as stream:
        while chunk := response.read(CHUNK):
            stream.write(chunk)
            done += len(chunk)
            if total:
                progress.show(done, f"{done / 1e6:.1f} MB")
    if total and done != total:
        raise OSError(f"only {done} of {total} bytes came")


def unpack(archive: Path, folder: Path) -> None:
    """Regular files of a repository archive without its top folder; nothing is written outside of `folder`."""
    with tarfile.open(archive) as tar:
        for member in tar:
            path = (folder / Path(*Path(member.name).parts[1:])).resolve()
            source = tar.extractfile(member) if member.isfile() and path.is_relative_to(folder.resolve()) else None
            if source is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                with source, path.open("wb") as target:
                    shutil.copyfileobj(source, target)


def fetch_source(recipe: Recipe, folder: Path) -> Path:
    """All that the recipe's converter reads, under `folder/<commit>`."""
    place = folder / recipe.commit
    for name in recipe.downloads:
        if name != ".":
            download(url_of(recipe, name), place / name)
        elif not (place / ".unpacked").exists():
            archive = download(url_of(recipe, name), folder / f"{recipe.commit}.tar.gz")
            unpack(archive, place)
            (place / ".unpacked").touch()
    return place

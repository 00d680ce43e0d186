"""The command line itself: its options reach the steps, and it ends as a tool should."""

import subprocess
import sys
from pathlib import Path

from .. import __main__ as command
from ..scenes import hands


def test_hands_go_where_the_options_say(tmp_path, monkeypatch, capsys):
    given = []
    monkeypatch.setattr(hands, "write_hands", lambda cache, seed: given.append((cache, seed)) or cache / "font-hands")
    monkeypatch.setattr("sys.argv", ["training", "--cache", str(tmp_path), "--seed", "7", "hands"])
    assert command.main() == 0
    monkeypatch.setattr("sys.argv", ["training", "--cache", str(tmp_path), "hands"])
    assert command.main() == 0
    # Without --seed the set is the one that was measured.
    assert given == [(tmp_path, 7), (tmp_path, hands.SEED)]
    assert capsys.readouterr().out == f"{tmp_path / 'font-hands'}\n" * 2


def test_a_step_whose_reader_goes_away_ends_without_a_word(tmp_path):
    program = f"{sys.executable} -m training --cache {tmp_path} --mnist {tmp_path} data --offline --script all"
    piped = subprocess.run(
        ["bash", "-c", f"{program} 2> {tmp_path}/errors | true; echo ${{PIPESTATUS[0]}}"],
        cwd=Path(command.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert piped.stdout == "141\n"
    assert "Traceback" not in (tmp_path / "errors").read_text()

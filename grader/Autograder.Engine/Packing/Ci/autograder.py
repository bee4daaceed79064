"""Classroom 50's entry point: checks the checkout that it is started in against the homework beside this file.

What stands beside this file can be read by anyone who has its address, so this is the check that needs no key.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = "{version}"
HERE = Path(__file__).resolve().parent


def tool():
    """The installed command, or one that is installed now."""
    found = shutil.which("autograder")
    if found:
        return found
    folder = Path(os.environ.get("RUNNER_TEMP") or tempfile.mkdtemp()) / "autograder"
    subprocess.run(["dotnet", "tool", "install", "Autograder", "--version", VERSION, "--tool-path", str(folder)], check=True)
    return str(folder / "autograder")


# 1 says that not all answers are right, and that stands in the result; more than that is a failure, and no result.
code = subprocess.run(
    [tool(), "check", str(HERE), ".", "--format", "classroom50=result.json", "--format", "markdown=release-body.md"], check=False
).returncode
sys.exit(0 if code == 1 else code)

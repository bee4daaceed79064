"""Classroom 50's entry point: checks the checkout that it is started in against the homework beside this file.

What stands beside this file can be read by anyone who has its address, so this is the check that needs no key. The checkout is a student's, and
dotnet takes settings (nuget.config, global.json) from where it is started: the tool is installed in a new folder, and called by its whole path.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = "{version}"
# Where the package is; whatever the machine is set up for where this is empty.
SOURCE = "{source}"
HERE = Path(__file__).resolve().parent
CHECKOUT = Path.cwd()


def tool():
    """The installed command, or one that is installed now."""
    folder = tempfile.mkdtemp(dir=os.environ.get("RUNNER_TEMP") or None)
    os.chdir(folder)
    found = shutil.which("autograder")
    if found:
        return os.path.abspath(found)
    source = ["--source", SOURCE] if SOURCE else []
    subprocess.run(["dotnet", "tool", "install", "Autograder", "--version", VERSION, *source, "--tool-path", folder], check=True)
    return os.path.join(folder, "autograder")


# What a student has committed is no result.
for written in ("result.json", "release-body.md"):
    (CHECKOUT / written).unlink(missing_ok=True)

# 1 says that not all answers are right, and that stands in the result; more than that is a failure, and no result.
code = subprocess.run(
    [tool(), "check", HERE, ".", "--format", "classroom50=result.json", "--format", "markdown=release-body.md"], cwd=CHECKOUT, check=False
).returncode
sys.exit(0 if code == 1 else code)

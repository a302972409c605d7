"""Runs the pieces for CI of the article on continuous integration in a new pack, as their services would.

Usage: run-ci-pieces.py ROOT KRONG FOLDER
ROOT is the project, KRONG the program, FOLDER a folder that does not exist yet. Needs git, and pre-commit on the PATH.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

ROOT, KRONG, WORK = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
ARTICLE = ROOT / "Sources/Krong/Krong.docc/ContinuousIntegration.md"
PACK = WORK / "pack"
ENVIRONMENT = os.environ | {"PRE_COMMIT_HOME": str(WORK / "hooks"), "LC_ALL": "C.UTF-8"}


def run(command, expected=0, folder=PACK):
    """Runs a command line and returns what it printed; another exit code ends the test."""
    print("$", command, flush=True)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if done.returncode != expected:
        sys.exit(f"ended with {done.returncode}, not {expected}:\n{done.stdout}{done.stderr}")
    return done.stdout


def install():
    """Puts the program and its rules where the article says."""
    (WORK / "bin").mkdir(parents=True)
    shutil.copy(KRONG, WORK / "bin/krong")
    shutil.copytree(ROOT / "Rules", WORK / "share/krong/Rules")
    ENVIRONMENT["PATH"] = f"{WORK / 'bin'}:{ENVIRONMENT['PATH']}"


def main():
    install()
    run(f"krong init pack UTI-CMP-001 --kind annual-action-plan -o {PACK}", folder=WORK)
    text = ARTICLE.read_text()
    hooks, workflow, gitlab = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.S)]
    # What a service reads is what the article shows.
    for name, piece in ((".pre-commit-config.yaml", hooks), (".github/workflows/rules.yml", workflow), (".gitlab-ci.yml", gitlab)):
        if yaml.safe_load((PACK / name).read_text()) != piece:
            sys.exit(f"{name} of a pack is not that of the article")
    steps = [step["run"] for step in workflow["jobs"]["rules"]["steps"] if "run" in step]
    scripts = gitlab["rules"]["script"]
    for command in steps + scripts:
        run(command)
    for name in ["lint.sarif", "test.xml", "coverage.html", *gitlab["rules"]["artifacts"]["reports"]["junit"]]:
        if not (PACK / name).stat().st_size:
            sys.exit(f"{name} is empty")
    run(f"pre-commit validate-manifest {ROOT / '.pre-commit-hooks.yaml'}")
    run("git init -q . && git add -A")
    run("pre-commit run --all-files")
    check = re.search(r"```sh\n(krong check .*)\n```", text).group(1)
    shutil.copytree(ROOT / "Examples/budget-transfer", PACK / "inbox")
    run(check, expected=1)

    rule = PACK / "Rules/UTI-CMP-001.yaml"
    whole = rule.read_text()
    rule.write_text(whole.replace("severity: warning", "severty: warning"))
    annotations = run(steps[0], expected=1)
    if not annotations.startswith("::error file=Rules/UTI-CMP-001.yaml,line="):
        sys.exit(f"no annotation: {annotations}")
    run(scripts[0], expected=1)
    run("git add -A && pre-commit run --all-files", expected=1)
    rule.write_text(whole.replace("fail: {", "pass: {"))
    run(steps[1], expected=1)
    print("the pieces do what the article says")


main()

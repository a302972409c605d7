"""Validates all shipped files by the schemas of `krong schema` with check-jsonschema, and has it refuse broken ones.

Usage: validate-files.py KRONG CHECK_JSONSCHEMA FOLDER
KRONG is the program, CHECK_JSONSCHEMA the validator, FOLDER an empty folder to work in. Run from the root of the project.
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

KRONG, CHECK, WORK = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
RULES = pathlib.Path("Rules")
SCHEMAS = WORK / "schemas"
RULE = RULES / "completeness/J02-CMP-003.yaml"
KIND = RULES / "kinds/budget-transfer.yaml"
PROFILE = RULES / "profiles/pre-check.yaml"
OFFICE = RULES / "offices/uthai-thani.yaml"
MAPPING = RULES / "mappings/project-proposal-form.yaml"
READY = pathlib.Path("Examples/budget-transfer/ready.yaml")

WAIVERS = """krong: 1
waivers:
  - {rule: J02-CMP-003, subject: dp-01, reason: ก, approver: ข, from: 2026-01-01, until: 2026-12-31}
"""
CASES = """krong: 1
submission: {kind: budget-transfer, job: 3}
as_of: 2026-07-15
cases:
  - name: ก
    expect: {J03-CMP-003: {outcome: fail, at: [benefit]}, J03-CMP-007: pass}
"""
EQUIVALENT = """krong: 1
equivalent:
  - rule: J02-CMP-003
    mutant: bound-92302470
    reason: ก
"""

# schema, text or file, what stands there, what is put in its place
BROKEN = [
    ("rule", RULE, "severity: error", "severty: error"),
    ("rule", RULE, "severity: error", "severity: fatal"),
    ("rule", RULE, "weight: 8", "weight: 11"),
    ("rule", RULE, "weight: 8", "weight: heavy"),
    ("rule", RULE, "rule: J02-CMP-003", "rule: j02-cmp-3"),
    ("rule", RULE, "krong: 1", "krong: 2"),
    ("rule", RULE, "family: completeness\n", ""),
    ("rule", RULE, "from_stage: submitted", "from_stage: sent"),
    ("rule", RULE, "jobs: [2, 11, 20]", "jobs: [2, 25]"),
    ("rule", RULE, "kinds: [annual-action-plan]", "kinds: [anual-action-plan]"),
    ("rule", RULE, "  - present:\n", "  - presnt:\n"),
    ("rule", RULE, "      - project.owner\n", "      - project owner\n"),
    ("rule", RULE, "if_none: fail", "if_none: maybe"),
    ("rule", RULE, 'th: "กรอก', 'thai: "กรอก'),
    ("rule", RULE, "    why: stage", "    why: because"),
    ("kind", KIND, "jobs: [3]", "jobs: 3"),
    ("kind", KIND, "{type: text, max: 500, label", "{typ: text, max: 500, label"),
    ("kind", KIND, "required: true, max: 1000", "required: yes please, max: 1000"),
    ("kind", KIND, "kind: budget-transfer", "kind: budget-transfers"),
    ("profile", PROFILE, "families: [alignment,", "families: [allignment,"),
    ("profile", PROFILE, "deselect:", "deselects:"),
    ("office", OFFICE, "name: {th:", "name: {ไทย:"),
    ("office", OFFICE, "office: peo-uthaithani", "office: PEO Uthai Thani"),
    ("waivers", WAIVERS, "until: 2026-12-31", "until: 31/12/2026"),
    ("waivers", WAIVERS, "approver: ข, ", ""),
    ("mapping", MAPPING, "kind: project-proposal", "kind: project"),
    ("mapping", MAPPING, "side: 2}", "side: 3}"),
    ("cases", CASES, "outcome: fail", "outcome: fails"),
    ("cases", CASES, "as_of: 2026-07-15", "as_of: 15 ก.ค. 2569"),
    ("mutants", EQUIVALENT, "    mutant: bound-92302470\n", ""),
    ("budget-transfer", READY, "fiscal_year:", "fiscal_yaer:"),
    ("budget-transfer", READY, "job: 3", "job: 2"),
    ("budget-transfer", READY, "kind: budget-transfer", "kind: budget-request"),
]


def allows(schema, paths):
    """Whether the validator takes files; what it says."""
    command = [CHECK, "--schemafile", SCHEMAS / f"{schema}.schema.json", *paths]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{CHECK} ended with {run.returncode}: {run.stderr}")
    return run.returncode == 0, run.stdout + run.stderr


def shipped():
    """The shipped files of each sort."""
    folders = ["alignment", "completeness", "consistency", "disclosure", "optional", "procedure", "threshold"]
    yield "rule", [path for folder in folders for path in sorted((RULES / folder).rglob("*.yaml"))]
    yield "kind", [path for path in sorted((RULES / "kinds").glob("*.yaml")) if path.stem != "envelope"]
    yield "envelope", [RULES / "kinds/envelope.yaml"]
    yield "catalogue", sorted((RULES / "catalogues").glob("*.yaml"))
    yield "parameters", [RULES / "parameters.yaml"]
    yield "office", sorted((RULES / "offices").glob("*.yaml"))
    yield "profile", sorted((RULES / "profiles").glob("*.yaml"))
    yield "mapping", sorted((RULES / "mappings").glob("*.yaml"))
    yield "mutants", [RULES / "mutants.yaml"]


def faults_of_form(path):
    """The structure findings that krong tells of a submission."""
    command = [KRONG, "check", path, "--as-of", "2026-09-15", "--format", "json", "--no-cache"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(run.stdout)
    # STR-010 and STR-011 compare places, and STR-006 fields with the job: no schema can.
    later = {"STR-006", "STR-010", "STR-011"}
    found = [finding["rule"] for submission in report["submissions"] for finding in submission["structure"]]
    return [code for code in found if code not in later]


def main():
    subprocess.run([KRONG, "schema", "-o", SCHEMAS], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([CHECK, "--check-metaschema", *sorted(SCHEMAS.iterdir())], check=True)
    failures, valid = [], 0
    for schema, paths in shipped():
        is_allowed, text = allows(schema, paths)
        valid += len(paths)
        if not is_allowed or not paths:
            failures.append(f"{schema}: {text}")
    refused = 0
    examples = [
        path
        for path in sorted(pathlib.Path("Examples").glob("*/*"))
        if path.suffix in (".yaml", ".json") and not path.name.endswith(".expected.yaml")
    ]
    pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count())
    verdicts = pool.map(lambda path: (*allows(path.parent.name, [path]), faults_of_form(path)), examples)
    for path, (is_allowed, text, faults) in zip(examples, verdicts):
        refused += not is_allowed
        valid += is_allowed
        if is_allowed == bool(faults):
            failures.append(f"{path}: krong tells {faults or 'nothing'}, the validator says {text}")
    broken = []
    for number, (schema, source, old, new) in enumerate(BROKEN):
        text = source if isinstance(source, str) else source.read_text()
        if old not in text:
            failures.append(f"{schema} {number}: {old!r} does not stand there any more")
            continue
        path = WORK / f"broken-{number}.yaml"
        path.write_text(text.replace(old, new, 1))
        broken.append((schema, path, f"{schema} {number}: {new!r} in place of {old!r} is allowed"))
    for (is_allowed, _), (_, _, failure) in zip(pool.map(lambda entry: allows(entry[0], [entry[1]]), broken), broken):
        if is_allowed:
            failures.append(failure)
    for schema, text in (("waivers", WAIVERS), ("cases", CASES), ("mutants", EQUIVALENT)):
        path = WORK / f"whole-{schema}.yaml"
        path.write_text(text)
        if not allows(schema, [path])[0]:
            failures.append(f"{schema}: the whole file is refused")
    print(f"{valid} files fit, {refused} examples with faults of form and {len(BROKEN)} broken files are refused")
    for failure in failures:
        print("FAILED", failure)
    return 1 if failures else 0


sys.exit(main())

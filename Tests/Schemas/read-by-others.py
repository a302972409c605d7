"""Reads SARIF with sarif-tools and JUnit with junitparser, and compares what they see with the JSON report.

Usage: read-by-others.py FOLDER
FOLDER has report-N.json, report-N.sarif and report-N.junit of one check each.
"""

import json
import pathlib
import sys

from junitparser import JUnitXml
from sarif import loader

WORK = pathlib.Path(sys.argv[1])


def told(report):
    """How many findings of each severity the JSON report tells, softer ones and unknown rules included."""
    counts = {"error": 0, "warning": 0, "note": 0}
    levels = {"error": "error", "warning": "warning", "info": "note"}
    for submission in report["submissions"]:
        for finding in submission["structure"]:
            counts[levels[finding["severity"]]] += 1
        for rule in submission["rules"]:
            for finding in rule["findings"]:
                if finding["outcome"] == "fail":
                    counts[levels[finding["severity"]]] += 1
    return counts


def main():
    paths = sorted(WORK.glob("report-*.json"))
    failures = []
    results = cases = 0
    for path in paths:
        report = json.loads(path.read_text())
        file = loader.load_sarif_file(str(path.with_suffix(".sarif")))
        file.init_default_line_number_1()
        seen = {"error": 0, "warning": 0, "note": 0}
        for result in file.get_results():
            if result.get("kind", "fail") == "fail":
                seen[result["level"]] += 1
        results += file.get_result_count()
        if len(file.get_records()) != file.get_result_count():
            failures.append(f"{path.name}: sarif-tools makes {len(file.get_records())} records")
        if seen != told(report):
            failures.append(f"{path.name}: SARIF has {seen}, the report {told(report)}")
        suites = JUnitXml.fromfile(str(path.with_suffix(".junit")))
        for suite, submission in zip(suites, report["submissions"], strict=True):
            cases += suite.tests
            failed = {case.name for case in suite if any(type(part).__name__ == "Failure" for part in case.result)}
            expected = sum(rule["outcome"] == "fail" for rule in submission["rules"])
            expected += bool(submission["structure"])
            if suite.tests != len(list(suite)) or suite.failures != len(failed) or len(failed) != expected:
                failures.append(f"{path.name}: JUnit has {suite.failures} failures, the report {expected}")
    print(f"{len(paths)} reports: {results} results by sarif-tools, {cases} cases by junitparser")
    for failure in failures:
        print("FAILED", failure)
    return 1 if failures or not paths else 0


sys.exit(main())

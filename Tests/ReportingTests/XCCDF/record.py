#!/usr/bin/env python3
"""Records how OpenSCAP scores generated trees of rules, for XCCDFAgreementTests.

Usage: record.py COUNT SEED >oscap-scores.json     (Debian: apt-get install openscap-scanner)

Every tree is an XCCDF 1.2 benchmark of nested groups with decimal weights. Its rules are evaluated by oscap
itself: against OVAL definitions that are true, false, unknown or in error, without a check, left out, not
applicable to the platform, or with a role that keeps them out of the score. What oscap writes into its results
file is recorded beside the tree: the result of each rule and the four scores. Weights are recorded in thousandths.
"""
import json, os, random, subprocess, sys, tempfile
import xml.etree.ElementTree as ET

NS = "http://checklists.nist.gov/xccdf/1.2"
MODELS = ["default", "flat", "flat-unweighted", "absolute"]
WEIGHTS = ["0", "0.5", "1", "1", "1.25", "2", "3", "5", "10"]
ID = "xccdf_org.example_"

OVAL = """<?xml version="1.0" encoding="UTF-8"?>
<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"
  xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5"
  xmlns:ind="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent">
  <generator><oval:schema_version>5.10.1</oval:schema_version><oval:timestamp>2025-01-01T00:00:00</oval:timestamp></generator>
  <definitions>%s</definitions>
  <tests>
    <ind:family_test id="oval:x:tst:1" version="1" check="all" comment="true"><ind:object object_ref="oval:x:obj:1"/><ind:state state_ref="oval:x:ste:1"/></ind:family_test>
    <ind:family_test id="oval:x:tst:2" version="1" check="all" comment="false"><ind:object object_ref="oval:x:obj:1"/><ind:state state_ref="oval:x:ste:2"/></ind:family_test>
    <ind:unknown_test id="oval:x:tst:3" version="1" check="all" comment="unknown"/>
  </tests>
  <objects><ind:family_object id="oval:x:obj:1" version="1"/></objects>
  <states>
    <ind:family_state id="oval:x:ste:1" version="1"><ind:family operation="not equal">windows</ind:family></ind:family_state>
    <ind:family_state id="oval:x:ste:2" version="1"><ind:family>windows</ind:family></ind:family_state>
  </states>
</oval_definitions>
"""
DEFINITION = """<definition id="oval:x:def:%d" class="compliance" version="1"><metadata><title>t</title><description>d</description></metadata>
  <criteria><criterion test_ref="oval:x:tst:%d"/></criteria></definition>"""


def rule(rng, state):
    state["rules"] += 1
    number = state["rules"]
    weight = rng.choice(WEIGHTS)
    how = rng.choice(["pass"] * 6 + ["fail"] * 5 + ["unknown", "missing", "none", "out", "platform"])
    role = rng.choice(["full"] * 10 + ["unscored", "unchecked"])
    xml = '<Rule id="%srule_r%d" selected="%s" weight="%s" role="%s"><title>r</title>' % (
        ID, number, "false" if how == "out" else "true", weight, role)
    if how == "platform":
        xml += '<platform idref="cpe:/o:nobody:nothing"/>'
    target = {"pass": 1, "fail": 2, "unknown": 3, "missing": 99}.get(how, 1)
    if how != "none":
        xml += ('<check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">'
                '<check-content-ref href="oval.xml" name="oval:x:def:%d"/></check>' % target)
    return xml + "</Rule>", {"rule": "r%d" % number, "weight": round(float(weight) * 1000), "role": role}


def group(rng, state, depth):
    state["groups"] += 1
    number = state["groups"]
    weight = rng.choice(WEIGHTS)
    inner, tree = children(rng, state, depth + 1)
    xml = '<Group id="%sgroup_g%d" weight="%s" selected="true"><title>g</title>%s</Group>' % (ID, number, weight, inner)
    return xml, {"group": "g%d" % number, "weight": round(float(weight) * 1000), "children": tree}


def children(rng, state, depth):
    # The schema takes groups and rules in any order.
    count = rng.randint(0 if depth else 1, 4 if depth else 6)
    parts = [group(rng, state, depth) if depth < 3 and rng.random() < 0.4 else rule(rng, state) for _ in range(count)]
    return "\n".join(p[0] for p in parts), [p[1] for p in parts]


def fill(node, results):
    for child in node:
        if "rule" in child:
            child["result"] = results[child["rule"]]
        else:
            fill(child["children"], results)


def record(rng, folder):
    state = {"rules": 0, "groups": 0}
    inner, tree = children(rng, state, 0)
    # oscap 1.3 drops every second model element when nothing stands between them.
    models = "\n".join('<model system="urn:xccdf:scoring:%s"/>' % m for m in MODELS)
    with open(os.path.join(folder, "b.xml"), "w", encoding="utf-8") as file:
        file.write('<Benchmark xmlns="%s" id="%sbenchmark_b" resolved="false"><status>draft</status><title>b</title>'
                   '<version>1</version>\n%s\n%s</Benchmark>' % (NS, ID, models, inner))
    run = subprocess.run(["oscap", "xccdf", "eval", "--results", "r.xml", "b.xml"], cwd=folder, capture_output=True, text=True)
    if run.returncode not in (0, 2):
        raise SystemExit("oscap ended with %d\n%s" % (run.returncode, run.stderr))
    test = ET.parse(os.path.join(folder, "r.xml")).getroot().find("{%s}TestResult" % NS)
    results = {r.get("idref").split("_rule_")[1]: r.find("{%s}result" % NS).text for r in test.iter("{%s}rule-result" % NS)}
    fill(tree, results)
    scores = {s.get("system").rsplit(":", 1)[1]: [float(s.text), float(s.get("maximum"))] for s in test.iter("{%s}score" % NS)}
    if sorted(scores) != sorted(MODELS):
        raise SystemExit("oscap gave %s" % scores)
    return {"children": tree, "scores": scores}


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    version = subprocess.run(["oscap", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "oval.xml"), "w", encoding="utf-8") as file:
            file.write(OVAL % "".join(DEFINITION % (n, n) for n in (1, 2, 3)))
        trees = [record(rng, folder) for _ in range(count)]
    lines = ",\n".join(json.dumps(t, separators=(",", ":")) for t in trees)
    print('{"scanner":%s,"seed":%d,"trees":[\n%s\n]}' % (json.dumps(version), seed, lines))


main()

"""Evaluates generated expressions here and in the C++ engine of cel-expr-python, and compares.

compare.py EVALUATOR [--count N] [--seed S] [--show N]

Values are compared with their types, errors only as errors. A difference that no entry of known.json
explains fails. Where an expression goes on to cut, count or decode what differs, the part that differs is
looked for: it must be explained by itself, and with our value of it written in its place both engines must
agree, ours on the same value as before.
"""

import argparse
import datetime
import functools
import json
import pathlib
import re
import struct
import subprocess
import sys

import generator

FOLDER = pathlib.Path(__file__).parent
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


class Oracle:
    """The C++ engine, with the variables of Tests/Differential/Evaluator."""

    def __init__(self):
        from cel_expr_python import cel
        from cel_expr_python.ext import ext_bindings, ext_encoders, ext_math, ext_optional, ext_strings

        self.cel = cel
        kinds = cel.Type
        self.data = {
            "i": 7, "j": -3, "d": 2.5, "s": "โครงการที่ ๑", "t": "น้ำ นํ้า", "b": "กข".encode(), "f": False,
            "l": [3, 1, 2], "m": {"a": 1, "ข": 2}, "x": [1, 1.5, "ก", None, [1]], "e": [],
        }
        self.env = cel.NewEnv(
            variables={
                "i": kinds.INT, "j": kinds.INT, "d": kinds.DOUBLE, "s": kinds.STRING, "t": kinds.STRING,
                "b": kinds.BYTES, "f": kinds.BOOL, "l": kinds.List(kinds.INT), "m": kinds.Map(kinds.STRING, kinds.INT),
                "x": kinds.DYN, "e": kinds.List(kinds.STRING),
            },
            extensions=[ext_bindings.ExtBindings(), ext_encoders.ExtEncoders(), ext_math.ExtMath(),
                        ext_optional.ExtOptional(), ext_strings.ExtStrings()],
        )

    def outcome(self, expression):
        try:
            compiled = self.env.compile(expression)
        except Exception as error:
            return ["rejected", str(error).split("\n")[0]]
        try:
            return self.tagged(compiled.eval(data=self.data))
        except Exception as error:
            return ["error", str(error).split("\n")[0]]

    def tagged(self, value):
        name = value.type().name().split("(")[0].split("<")[0].lower()
        plain = value.value()
        if name in ("int", "uint"):
            return [name, str(plain)]
        if name == "double":
            return ["double", "nan" if plain != plain else f"{struct.unpack('>Q', struct.pack('>d', plain))[0]:x}"]
        if name == "string":
            return ["string", [ord(scalar) for scalar in plain]]
        if name == "bytes":
            return ["bytes", list(plain)]
        if name == "list":
            return ["list", [self.tagged(element) for element in plain]]
        if name == "map":
            return ["map", [[self.key(key), self.tagged(element)] for key, element in plain.items()]]
        if name in ("timestamp", "google.protobuf.Timestamp"):
            return ["timestamp", *self.seconds(plain - EPOCH)]
        if name in ("duration", "google.protobuf.Duration"):
            return ["duration", *self.seconds(plain)]
        if name in ("null", "null_type"):
            return ["null"]
        if name == "bool":
            return ["bool", plain]
        if name == "type":
            return ["type", plain.name().split("(")[0]]
        if name in ("error", "*error*"):
            return ["error", str(plain)]
        if name.startswith("optional"):
            return ["optional"] if plain is None else ["optional", self.tagged(plain)]
        return ["other", name, str(plain)]

    @staticmethod
    def key(key):
        if isinstance(key, bool):
            return ["bool", key]
        return ["string", [ord(scalar) for scalar in key]] if isinstance(key, str) else ["int", str(key)]

    @staticmethod
    def seconds(span):
        """Whole seconds towards zero and microseconds of the same sign, as durations are kept."""
        microseconds = span // datetime.timedelta(microseconds=1)
        if microseconds >= 0 or span.days < -100_000:
            return [str(microseconds // 1_000_000), microseconds % 1_000_000]
        return [str(-(-microseconds // 1_000_000)), -(-microseconds % 1_000_000)]


def normal(outcome):
    """An outcome in the form in which two are compared."""
    kind = outcome[0]
    if kind in ("error", "rejected", "unknown"):
        return ["error"]
    if kind == "list":
        return ["list", [normal(element) for element in outcome[1]]]
    if kind == "map":
        # Python cannot tell the key 1u from 1.
        entries = [[["int", *key[1:]] if key[0] == "uint" else normal(key), normal(value)] for key, value in outcome[1]]
        return ["map", sorted(entries, key=json.dumps)]
    if kind in ("timestamp", "duration"):
        # To the microsecond, which is what Python keeps.
        return [kind, int(outcome[1]) * 1_000_000 + outcome[2]]
    if kind == "type":
        # The wheel names types in its own way: LIST<DYN>, TIMESTAMP.
        name = outcome[1].lower().split("<")[0].split(".")[-1]
        return ["type", {"null": "null_type"}.get(name, name)]
    if kind == "optional" and len(outcome) > 1:
        return ["optional", normal(outcome[1])]
    return outcome


def evaluate(evaluator, expressions):
    lines = "".join(json.dumps(expression) + "\n" for expression in expressions)
    result = subprocess.run([evaluator], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    outcomes = [json.loads(line) for line in result.stdout.decode().splitlines()]
    if len(outcomes) != len(expressions):
        sys.exit(f"{len(expressions)} expressions gave {len(outcomes)} lines")
    return outcomes


def texts(outcome, change):
    """An outcome with its texts and bytes readable, each changed."""
    if outcome[0] == "string":
        return ["string", change("".join(map(chr, outcome[1])))]
    if outcome[0] == "bytes":
        return ["bytes", change(bytes(outcome[1]).decode("latin-1"))]
    if outcome[0] == "list":
        return ["list", [texts(element, change) for element in outcome[1]]]
    if outcome[0] == "map":
        return ["map", [[texts(key, change), texts(value, change)] for key, value in outcome[1]]]
    if outcome[0] == "optional" and len(outcome) > 1:
        return ["optional", texts(outcome[1], change)]
    return outcome


def six_digits(text):
    """Numbers of more than six significant digits, or far below 1, as C writes them with %g."""
    def short(match):
        digits = match.group().replace(".", "").lstrip("0")
        is_small = "." in match.group() and 0 < float(match.group()) < 1e-4
        return "%.6g" % float(match.group()) if len(digits) > 6 or is_small else match.group()
    return re.sub(r"\d+(\.\d+)?", short, text)


def same(text):
    return text


# What one side writes in another way: how the texts of both become the same. Nothing else may differ.
REWRITES = {
    "fractions": (same, lambda text: re.sub(r"(\.\d*?[1-9])0+(?=[sSZ])", r"\1", text)),
    "infinity": (
        lambda text: text.replace("NaN", "nan").replace("Infinity", "inf").replace("+Inf", "inf").replace("-Inf", "-inf"),
        lambda text: text.replace("-nan", "nan"),
    ),
    "six digits": (six_digits, same),
    "years": (same, lambda text: re.sub(r"(?<!\d)(\d{1,3})(?=-\d\d-\d\dT)", lambda year: year.group().zfill(4), text)),
}


SEVERAL = "several differences in how values are written"


def rewritten(entry, ours, theirs):
    """Whether the two are the same once the differences of an entry are written alike."""
    if entry["rewrite"] == "one empty piece":
        plain = json.dumps(texts(normal(theirs), same)).replace('["list", [["string", ""]]]', '["list", []]')
        return json.dumps(texts(normal(ours), same)) == plain
    own, other = REWRITES[entry["rewrite"]]
    return texts(normal(ours), own) == texts(normal(theirs), other)


def written_alike(ours, theirs):
    """Whether the two are the same once all that is written in another way is written alike."""
    def all_of(side):
        return lambda text: functools.reduce(lambda text, rewrite: rewrite[side](text), REWRITES.values(), text)
    # Numbers that both write in full have to be shortened on both sides.
    theirs = texts(normal(theirs), lambda text: six_digits(all_of(1)(text)))
    return texts(normal(ours), all_of(0)) == theirs


def explanation(known, expression, ours, theirs):
    for entry in known:
        if "rewrite" in entry:
            if rewritten(entry, ours, theirs):
                return entry["name"]
        elif "expressions" in entry:
            if [expression, texts(normal(ours), same), texts(normal(theirs), same)] in entry["expressions"]:
                return entry["name"]
        elif (re.search(entry["expression"], expression) and re.search(entry["ours"], json.dumps(ours))
                and re.search(entry["theirs"], json.dumps(theirs))):
            return entry["name"]
    return SEVERAL if written_alike(ours, theirs) else None


TOKEN = re.compile(r"""[rRbB]{0,2}(?:\'\'\'.*?\'\'\'|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|[\w.]+|[<>=!]=|&&|\|\||\S""", re.DOTALL)
OPENS, CLOSES = "([{", ")]}"


def parts(expression):
    """The pieces of an expression with balanced brackets, short ones first, as pairs of start and end."""
    tokens = [match.span() for match in TOKEN.finditer(expression)]
    found = []
    for first, (start, _) in enumerate(tokens):
        depth = 0
        for begin, end in tokens[first:]:
            text = expression[begin:end]
            depth += (text in OPENS) - (text in CLOSES)
            if depth < 0:
                break
            if depth == 0 and end - start < len(expression):
                found.append((start, end))
    return sorted(found, key=lambda span: span[1] - span[0])


def literal(outcome):
    """A value as it would be written; None where it cannot be."""
    kind = outcome[0]
    if kind == "string":
        return json.dumps("".join(map(chr, outcome[1])))
    if kind == "bytes":
        return "b'" + "".join(f"\\x{byte:02x}" for byte in outcome[1]) + "'"
    if kind == "int":
        return outcome[1]
    if kind == "uint":
        return outcome[1] + "u"
    if kind == "bool":
        return "true" if outcome[1] else "false"
    if kind == "double" and outcome[1] != "nan":
        number = struct.unpack(">d", int(outcome[1], 16).to_bytes(8, "big"))[0]
        return f"double('{number!r}')"
    if kind == "list":
        elements = [literal(element) for element in outcome[1]]
        return None if None in elements else "[" + ", ".join(elements) + "]"
    if kind == "map":
        entries = [(literal(key), literal(value)) for key, value in outcome[1]]
        written = [f"{key}: {value}" for key, value in entries if key and value]
        return "{" + ", ".join(written) + "}" if len(written) == len(entries) else None
    if kind == "optional":
        inner = literal(outcome[1]) if len(outcome) > 1 else None
        return f"optional.of({inner})" if inner else None
    return None


MISREAD = "variables of macros beside a condition with a macro"


def misread_variable(expression, start, part):
    """A macro in a branch of ?: whose condition has a macro as well: there cel-cpp reads the variable of the other."""
    macro = r"cel\.bind\(|\.(map|filter|all|exists|exists_one|optMap|optFlatMap)\("
    if "?" in expression[:start] and re.search(macro, part) and re.search(macro, expression[:start]):
        return MISREAD
    return None


def explanation_of_part(known, evaluator, oracle, expression, ours):
    """The name of the entry that explains the part in which the two differ; None when there is none such."""
    known = [entry for entry in known if "expressions" not in entry]
    name = None
    for _ in range(4):
        spans = parts(expression)
        own = evaluate(evaluator, [expression[start:end] for start, end in spans])
        for (start, end), value in zip(spans, own):
            part = expression[start:end]
            if value == ours and value[0] == "error":
                # The error of the whole is that of the part.
                if found := explanation(known, part, value, oracle.outcome(part)):
                    return found
                continue
            if value[0] in ("error", "rejected", "unknown") or (written := literal(value)) is None:
                continue
            other = oracle.outcome(part)
            if normal(value) == normal(other):
                found = misread_variable(expression, start, part)
            else:
                found = explanation(known, part, value, other)
            if not found:
                continue
            filled = expression[:start] + "(" + written + ")" + expression[end:]
            if normal(evaluate(evaluator, [filled])[0]) == normal(ours):
                expression, name = filled, found
                break
        else:
            return None
        other = oracle.outcome(expression)
        if normal(other) == normal(ours) or explanation(known, expression, ours, other):
            return name
    return None


def show(expression, ours, theirs):
    print(f"{expression}\n  here: {json.dumps(ours)[:300]}\n  cel-cpp: {json.dumps(theirs)[:300]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("evaluator")
    parser.add_argument("--count", type=int, default=24_000)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--show", type=int, default=40)
    parser.add_argument("--explained", metavar="NAME", help="also print the differences that entries of this name explain")
    parser.add_argument("--only", metavar="PATTERN", default="", help="only expressions that match")
    options = parser.parse_args()
    known = json.loads((FOLDER / "known.json").read_text())
    oracle = Oracle()
    expressions = [each for each in generator.expressions(options.seed, options.count) if re.search(options.only, each)]
    ours = evaluate(options.evaluator, expressions)
    counts = {entry["name"]: 0 for entry in known} | {SEVERAL: 0, MISREAD: 0}
    values = unexplained = in_parts = 0
    for expression, own in zip(expressions, ours):
        other = oracle.outcome(expression)
        values += normal(own) != ["error"]
        if normal(own) == normal(other):
            continue
        name = explanation(known, expression, own, other)
        if not name and (name := explanation_of_part(known, options.evaluator, oracle, expression, own)):
            in_parts += 1
        if name:
            counts[name] += 1
            if options.explained and re.search(options.explained, name):
                show(expression, own, other)
            continue
        unexplained += 1
        if unexplained <= options.show:
            show(expression, own, other)
    print(f"{len(expressions)} expressions, {values} with a value, {unexplained} differences without an explanation")
    for name, count in counts.items():
        print(f"{count:6}  {name}")
    print(f"{in_parts} of these differ only in a part that the expression goes on with")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())

"""Makes CEL expressions: typed, so that most of them mean something; the same ones for the same seed."""

import random

INTS = ["0", "1", "-1", "2", "7", "10", "2569", "9223372036854775807", "-9223372036854775808", "0x1F", "i", "j"]
UINTS = ["0u", "1u", "2u", "18446744073709551615u", "0x10u"]
DOUBLES = ["0.0", "-0.0", "1.0", "0.1", "0.2", "1.5", "-2.5", "1e3", "1e-7", "1e21", "123456789.123", "1e308",
           "9007199254740993.0", "d", "(0.0 / 0.0)", "(1.0 / 0.0)"]
STRINGS = ["''", "'a'", "'abc'", "'กขค'", "'น้ำ'", "'นํ้า'", "'กุ่'", "'กุ่'", "'ปี ๒๕๖๙'", "'a,b,,c'", r"'\n\t\'\"\\'",
           r"'\u0e01\U0001F600'", r"r'\d+'", "'''two\nlines'''", "'😀e\\u0301'", "' \\u00a0 x '", "'12'", "'-7'", "'1.5'",
           "'true'", "'TRUE'", "'2025-10-01T00:00:00Z'", "'1h30m'", "s", "t"]
BYTES = ["b''", "b'abc'", "b'กข'", r"b'\xff\x00'", "b"]
TIMES = ["timestamp('2025-10-01T00:00:00Z')", "timestamp('1970-01-01T00:00:00.123456Z')",
         "timestamp('0001-01-01T00:00:00Z')", "timestamp('9999-12-31T23:59:59Z')",
         "timestamp('2024-02-29T12:30:45+07:00')", "timestamp(1759276800)"]
SPANS = ["duration('1h')", "duration('-90m')", "duration('1.5s')", "duration('0s')", "duration('100000h')",
         "duration('250ms')", "duration('1h2m3s')"]
ZONES = ["'Asia/Bangkok'", "'UTC'", "'+07:00'", "'-02:30'", "'America/New_York'"]
PATTERNS = ["'[0-9]+'", "'^ก'", "'(a|b)+$'", r"'\\d'", "'.*'", "'ข'", "'[ก-ฮ]{2}'", "'(?i)ABC'"]
TYPES = ["bool", "int", "uint", "double", "string", "bytes", "list", "map", "time", "span", "optional", "texts", "type"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.variables = []
        self.count = 0

    def pick(self, values):
        return values[self.random.randrange(len(values))]

    def chance(self, one_in):
        return self.random.randrange(one_in) == 0

    def top(self):
        self.variables = []
        self.count = 0
        kind = self.pick(TYPES)
        expression = self.make(kind, self.random.randrange(1, 5))
        # The other engine cannot hand out an optional.
        return f"{expression}.orValue(0)" if kind == "optional" else expression

    def make(self, kind, depth):
        own = [name for name, type_ in self.variables if type_ == kind]
        if own and not self.chance(3):
            return self.pick(own)
        # A value of another type now and then: errors and overloads that do not exist.
        if self.chance(40):
            kind = self.pick(TYPES)
        if depth > 0 and self.chance(12):
            return f"({self.make('bool', depth - 1)} ? {self.make(kind, depth - 1)} : {self.make(kind, depth - 1)})"
        if depth > 0 and self.chance(14):
            return self.bind(kind, depth)
        return getattr(self, "make_" + kind)(depth)

    def exact(self, kind, depth):
        """Never of another type: what is gone through must not be a map, whose order is open."""
        return getattr(self, "make_" + kind)(max(0, depth))

    def fresh(self):
        self.count += 1
        return f"v{self.count}"

    def bind(self, kind, depth):
        name = self.fresh()
        type_ = self.pick(["int", "string", "list", "double"])
        value = self.make(type_, depth - 1)
        self.variables.append((name, type_))
        body = self.make(kind, depth - 1)
        self.variables.pop()
        return f"cel.bind({name}, {value}, {body})"

    def fold(self, macro, body, depth):
        name = self.fresh()
        # The order of a map's keys is open, so nothing is made of it; in cel-cpp each run has another.
        maps = [] if macro == "map" else [("map", "string")]
        over, element = self.pick([("list", "int"), ("texts", "string")] + maps)
        range_ = self.exact(over, depth - 1)
        self.variables.append((name, element))
        inner = self.make(body, depth - 1)
        self.variables.pop()
        return f"{range_}.{macro}({name}, {inner})"

    def make_bool(self, depth):
        if depth <= 0:
            return self.pick(["true", "false", "f", "!f"])
        d = depth - 1
        m = self.make
        choice = self.random.randrange(20)
        number = lambda: m(self.pick(["int", "uint", "double"]), d)
        if choice == 0:
            return f"({m('bool', d)} && {m('bool', d)})"
        if choice == 1:
            return f"({m('bool', d)} || {m('bool', d)})"
        if choice == 2:
            return f"!{m('bool', d)}"
        if choice in (3, 4):
            kind = self.pick(TYPES[:12])
            return f"({m(kind, d)} {self.pick(['==', '!='])} {m(kind, d)})"
        if choice == 5:
            kind = self.pick(["int", "uint", "double", "string", "bytes", "time", "span", "bool"])
            return f"({m(kind, d)} {self.pick(['<', '<=', '>', '>='])} {m(kind, d)})"
        if choice == 6:
            return f"(dyn({number()}) {self.pick(['<', '<=', '>', '>=', '==', '!='])} {number()})"
        if choice == 7:
            return f"({m('int', d)} in {m('list', d)})"
        if choice == 8:
            return f"({m('string', d)} in {m('map', d)})"
        if choice == 9:
            return f"{m('string', d)}.{self.pick(['contains', 'startsWith', 'endsWith'])}({m('string', d)})"
        if choice == 10:
            return f"{m('string', d)}.matches({self.pick(PATTERNS)})"
        if choice in (11, 12, 13):
            return self.fold(self.pick(["all", "exists", "exists_one"]), "bool", depth)
        if choice == 14:
            return f"{m('optional', d)}.hasValue()"
        if choice == 15:
            return f"has({m('map', d)}.{self.pick(['a', 'k1', 'none'])})"
        if choice == 16:
            return f"bool({m('string', d)})"
        if choice == 17:
            return f"math.{self.pick(['isNaN', 'isInf', 'isFinite'])}({m('double', d)})"
        if choice == 18:
            return f"(type({m(self.pick(TYPES[:12]), d)}) == {self.make_type(0)})"
        return f"(1 / ({m('int', d)}) > 0 || {m('bool', d)})"

    def make_int(self, depth):
        if depth <= 0:
            return self.pick(INTS)
        d = depth - 1
        m = self.make
        choice = self.random.randrange(15)
        if choice in (0, 1):
            return f"({m('int', d)} {self.pick(['+', '-', '*', '/', '%'])} {m('int', d)})"
        if choice == 2:
            return f"-({m('int', d)})"
        if choice == 3:
            return f"size({m(self.pick(['string', 'bytes', 'list', 'map', 'texts']), d)})"
        if choice == 4:
            return f"int({m(self.pick(['uint', 'double', 'string', 'time', 'int']), d)})"
        if choice == 5:
            return f"{m('list', d)}[{m('int', 0)}]"
        if choice == 6:
            return f"{m('map', d)}[{m('string', d)}]"
        if choice == 7:
            part = self.pick(["getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear",
                              "getHours", "getMinutes", "getSeconds", "getMilliseconds"])
            return f"{m('time', d)}.{part}({self.pick(ZONES + ['', '', ''])})"
        if choice == 8:
            return f"{m('span', d)}.{self.pick(['getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'])}()"
        if choice == 9:
            return f"{m('string', d)}.{self.pick(['indexOf', 'lastIndexOf'])}({m('string', d)})"
        if choice == 10:
            name = self.pick(["greatest", "least"])
            return f"math.{name}({m('int', d)}, {m('int', d)})"
        if choice == 11:
            name = self.pick(["bitAnd", "bitOr", "bitXor"])
            return f"math.{name}({m('int', d)}, {m('int', d)})"
        if choice == 12:
            return f"math.{self.pick(['abs', 'sign'])}({m('int', d)})"
        if choice == 13:
            return f"{m('optional', d)}.orValue({m('int', d)})"
        return f"math.{self.pick(['bitShiftLeft', 'bitShiftRight'])}({m('int', d)}, {self.pick(['0', '1', '63', '64', '-1'])})"

    def make_uint(self, depth):
        if depth <= 0:
            return self.pick(UINTS)
        d = depth - 1
        if self.chance(2):
            return f"({self.make('uint', d)} {self.pick(['+', '-', '*', '/', '%'])} {self.make('uint', d)})"
        return f"uint({self.make(self.pick(['int', 'double', 'string']), d)})"

    def make_double(self, depth):
        if depth <= 0:
            return self.pick(DOUBLES)
        d = depth - 1
        choice = self.random.randrange(4)
        if choice == 0:
            return f"({self.make('double', d)} {self.pick(['+', '-', '*', '/'])} {self.make('double', d)})"
        if choice == 1:
            return f"double({self.make(self.pick(['int', 'uint', 'string', 'double']), d)})"
        if choice == 2:
            name = self.pick(["ceil", "floor", "round", "trunc", "abs", "sign", "sqrt"])
            return f"math.{name}({self.make('double', d)})"
        return f"-({self.make('double', d)})"

    def make_string(self, depth):
        if depth <= 0:
            return self.pick(STRINGS)
        d = depth - 1
        m = self.make
        choice = self.random.randrange(14)
        if choice in (0, 1):
            return f"({m('string', d)} + {m('string', d)})"
        if choice == 2:
            return f"string({m(self.pick(['int', 'uint', 'double', 'bool', 'bytes', 'time', 'span', 'string']), d)})"
        if choice == 3:
            return f"{m('string', d)}.charAt({m('int', 0)})"
        if choice == 4:
            return f"{m('string', d)}.substring({self.random.randrange(-1, 6)})"
        if choice == 5:
            return f"{m('string', d)}.substring({self.random.randrange(0, 4)}, {self.random.randrange(0, 7)})"
        if choice == 6:
            return f"{m('string', d)}.replace({m('string', d)}, {m('string', d)})"
        if choice == 7:
            limit = self.random.randrange(-1, 3)
            return f"{m('string', d)}.replace({m('string', d)}, {m('string', d)}, {limit})"
        if choice == 8:
            return f"{m('string', d)}.{self.pick(['lowerAscii', 'upperAscii', 'trim', 'reverse'])}()"
        if choice == 9:
            return f"{m('texts', d)}.join({self.pick(['', m('string', 0)])})"
        if choice == 10:
            return f"strings.quote({m('string', d)})"
        if choice == 11:
            return self.formatted(d)
        if choice == 12:
            return f"base64.encode({m('bytes', d)})"
        return f"{m('texts', d)}[{self.random.randrange(0, 3)}]"

    def formatted(self, depth):
        clauses = []
        values = []
        for _ in range(self.random.randrange(1, 4)):
            verb, kind = self.pick([("%s", "string"), ("%s", "int"), ("%s", "list"), ("%s", "double"), ("%s", "bool"),
                                    ("%d", "int"), ("%d", "uint"), ("%f", "double"), ("%.2f", "double"),
                                    ("%.3e", "double"), ("%b", "int"), ("%o", "int"), ("%x", "int"), ("%X", "string"),
                                    ("%x", "bytes"), ("%%", None), ("%s", "map"), ("%s", "time"), ("%s", "span")])
            clauses.append(verb)
            if kind:
                values.append(self.make(kind, depth))
        return f"'{'ก '.join(clauses)}'.format([{', '.join(values)}])"

    def make_bytes(self, depth):
        if depth <= 0:
            return self.pick(BYTES)
        d = depth - 1
        choice = self.random.randrange(3)
        if choice == 0:
            return f"({self.make('bytes', d)} + {self.make('bytes', d)})"
        if choice == 1:
            return f"base64.decode({self.pick(['base64.encode(' + self.make('bytes', d) + ')', self.make('string', d)])})"
        return f"bytes({self.make('string', d)})"

    def make_list(self, depth):
        if depth <= 0:
            return self.pick(["[]", "[1, 2, 3]", "l", "[i, j]", "[3, 3, 1]"])
        d = depth - 1
        choice = self.random.randrange(5)
        if choice == 0:
            return f"({self.make('list', d)} + {self.make('list', d)})"
        if choice == 1:
            return self.fold("map", "int", depth)
        if choice == 2:
            name = self.fresh()
            range_ = self.exact("list", d)
            self.variables.append((name, "int"))
            inner = self.make("bool", d)
            self.variables.pop()
            return f"{range_}.filter({name}, {inner})"
        if choice == 3:
            name = self.fresh()
            range_ = self.exact("list", d)
            self.variables.append((name, "int"))
            inner = f"{self.make('bool', d)}, {self.make('int', d)}"
            self.variables.pop()
            return f"{range_}.map({name}, {inner})"
        optional = f", ?{self.make('optional', d)}" if self.chance(3) else ""
        return f"[{self.make('int', d)}, {self.make('int', d)}{optional}]"

    def make_texts(self, depth):
        if depth <= 0:
            return self.pick(["['ก', 'b']", "e", "['']", "[s, t]"])
        d = depth - 1
        choice = self.random.randrange(3)
        if choice == 0:
            return f"{self.make('string', d)}.split({self.make('string', d)})"
        if choice == 1:
            return self.fold("map", "string", depth)
        return f"[{self.make('string', d)}, {self.make('string', d)}]"

    def make_map(self, depth):
        if depth <= 0:
            return self.pick(["{}", "{'a': 1}", "m", "{'k1': 1, 'k2': 2}", "{'ข': 3, 'a': 4}"])
        d = depth - 1
        optional = f", ?'o': {self.make('optional', d)}" if self.chance(3) else ""
        return "{" + f"{self.make('string', d)}: {self.make('int', d)}, 'k1': {self.make('int', d)}{optional}" + "}"

    def make_time(self, depth):
        if depth <= 0:
            return self.pick(TIMES)
        d = depth - 1
        if self.chance(3):
            return f"timestamp({self.make(self.pick(['string', 'int']), d)})"
        return f"({self.make('time', d)} {self.pick(['+', '-'])} {self.make('span', d)})"

    def make_span(self, depth):
        if depth <= 0:
            return self.pick(SPANS)
        d = depth - 1
        choice = self.random.randrange(3)
        if choice == 0:
            return f"({self.make('span', d)} {self.pick(['+', '-'])} {self.make('span', d)})"
        if choice == 1:
            return f"({self.make('time', d)} - {self.make('time', d)})"
        return f"duration({self.make('string', d)})"

    def make_optional(self, depth):
        d = max(0, depth - 1)
        choice = self.random.randrange(7)
        if choice == 0:
            return "optional.none()"
        if choice == 1:
            return f"optional.of({self.make('int', d)})"
        if choice == 2:
            return f"optional.ofNonZeroValue({self.make('int', d)})"
        if choice == 3:
            return f"{self.make('map', d)}[?{self.make('string', d)}]"
        if choice == 4:
            return f"{self.make('list', d)}[?{self.make('int', 0)}]"
        if choice == 5:
            return f"{self.make('map', d)}.?{self.pick(['a', 'k1', 'none'])}"
        name = self.fresh()
        target = self.make("optional", d) if depth > 0 else "optional.of(1)"
        self.variables.append((name, "int"))
        body = self.make("int", d)
        self.variables.pop()
        return f"{target}.optMap({name}, {body})"

    def make_type(self, depth):
        if depth > 0:
            return f"type({self.make(self.pick(TYPES[:12]), depth - 1)})"
        return self.pick(["int", "uint", "double", "string", "bytes", "bool", "list", "map", "null_type", "type"])


def expressions(seed, count):
    """The first `count` different expressions of a seed."""
    generator = Generator(seed)
    seen = set()
    found = []
    while len(found) < count:
        expression = generator.top()
        if expression in seen or len(expression) > 600:
            continue
        seen.add(expression)
        found.append(expression)
    return found

#!/usr/bin/env python3
"""A session of an editor with `krong lsp`, by the client of pygls, which holds every answer to the types of the protocol.

    Tests/Editors/session.py KRONG RULES

Once with columns in UTF-8 and once in UTF-16, on a copy of a folder of rules: diagnostics, edits of ranges, completion, hover, definitions,
symbols, mends, cancellation, farewell. At the end it says how long diagnostics take after a key, in milliseconds; with a last argument it
ends with an error when the median is above that number.
"""

import asyncio
import os
import shutil
import statistics
import sys
import tempfile
import time

from lsprotocol import types
from pygls.lsp.client import LanguageClient

krong = os.path.abspath(sys.argv[1])
shipped = os.path.abspath(sys.argv[2])
limit = float(sys.argv[3]) if len(sys.argv) > 3 else None
passed = 0


def check(holds, what):
    global passed
    if not holds:
        raise AssertionError(what)
    passed += 1


class Editor:
    """A document in an editor that counts columns in some unit."""

    def __init__(self, client, path, unit):
        self.client, self.path, self.unit = client, path, unit
        self.uri = "file://" + path
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        self.version = 1
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(self.uri, "yaml", 1, self.text))
        )

    def position(self, offset):
        before = self.text[:offset]
        line = before.rsplit("\n", 1)[-1]
        column = len(line.encode()) if self.unit == "utf-8" else len(line.encode("utf-16-le")) // 2
        return types.Position(before.count("\n"), column)

    def words(self, place):
        """The text of a range."""
        lines = self.text.split("\n")
        start, end = place.start, place.end
        if self.unit == "utf-8":
            cut = lambda line, column: line.encode()[:column].decode()
        else:
            cut = lambda line, column: line.encode("utf-16-le")[: 2 * column].decode("utf-16-le")
        if start.line != end.line:
            return "several lines"
        line = lines[start.line]
        return line[len(cut(line, start.character)) : len(cut(line, end.character))]

    def replace(self, part, other, occurrence=0):
        """Edits a range, as an editor does."""
        start = -1
        for _ in range(occurrence + 1):
            start = self.text.index(part, start + 1)
        place = types.Range(self.position(start), self.position(start + len(part)))
        self.text = self.text[:start] + other + self.text[start + len(part) :]
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangePartial(range=place, text=other)],
            )
        )

    async def diagnostics(self):
        return await self.client.told[self.uri, self.version]

    def at(self, part, shift=0):
        """The arguments of a request at a part of the text."""
        return types.TextDocumentIdentifier(self.uri), self.position(self.text.index(part) + shift)


class Told(dict):
    """What is told of versions of documents, awaited or told already."""

    def __missing__(self, key):
        self[key] = asyncio.get_running_loop().create_future()
        return self[key]


async def start(folder, unit):
    client = LanguageClient("session", "1")
    client.told = Told()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams):
        future = client.told[params.uri, params.version]
        if not future.done():
            future.set_result(params.diagnostics)

    await client.start_io(krong, "lsp")
    text = types.TextDocumentClientCapabilities(
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True, code_description_support=True),
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
    )
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(unit)]),
        text_document=text,
        workspace=types.WorkspaceClientCapabilities(workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)),
    )
    result = await client.initialize_async(
        types.InitializeParams(capabilities=capabilities, root_uri="file://" + folder, locale="en", process_id=os.getpid())
    )
    check(result.capabilities.position_encoding == unit, "the encoding")
    client.initialized(types.InitializedParams())
    return client


async def session(folder, unit):
    client = await start(folder, unit)
    rule = Editor(client, folder + "/Rules/consistency/J03-CON-003.yaml", unit)
    told = await rule.diagnostics()
    check(list(told) == [], f"the shipped rule is sound: {told}")

    # A placeholder behind Thai text and an emoji: the range is the placeholder.
    rule.replace("วงเงินรายการเดิม {out} บาท ไม่เท่า", "วงเงิน😀รายการเดิม {aut} บาท ไม่เท่า")
    told = await rule.diagnostics()
    wrong = [d for d in told if rule.words(d.range) == "{aut}"]
    check(wrong and wrong[0].severity == types.DiagnosticSeverity.Error, f"the place of the placeholder: {told}")
    check(os.path.exists(wrong[0].code_description.href.removeprefix("file://")), "the page of the code")
    rule.replace("{aut}", "{out}")
    check(list(await rule.diagnostics()) == [], "mended")

    async def labels(part, shift):
        found = await client.text_document_completion_async(types.CompletionParams(*rule.at(part, shift)))
        return {item.label: item for item in found.items}

    # Typing an item, letter by letter, with the rest of the text in place.
    rule.replace("check:\n", "check:\n  - \n")
    check("within" in await labels("check:\n  - ", 11), "check kinds")
    for letter in "wi":
        rule.replace("check:\n  - ", "check:\n  - " + letter)
    rule.replace("- iw\n", "- within: {value: al\n")
    found = await labels("{value: al\n", 10)
    check("allocation" in found and "การได้รับจัดสรร" in found["allocation"].filter_text, "fields with their Thai names")
    edit = found["allocation"].text_edit
    check(rule.words(edit.range) == "al", "the word that is completed")
    rule.replace("{value: al\n", "{value: allocation.\n")
    check("spent" in await labels("allocation.\n", 11), "fields of a record, the bracket still open")
    rule.replace("allocation.\n", "allocation.amount, max: 0}\n    at: allocation\n")
    check(list(await rule.diagnostics()) == [], "the new item is sound")

    # Hover, definition, symbols.
    hover = await client.text_document_hover_async(types.HoverParams(*rule.at("allocation.?spent", 14)))
    check("ยอดเบิกจ่ายแล้ว" in hover.contents.value and rule.words(hover.range) == "spent", "hover on a field")
    place = await client.text_document_definition_async(types.DefinitionParams(*rule.at("allocation.?spent", 14)))
    kind = folder + "/Rules/kinds/budget-transfer.yaml"
    with open(kind, encoding="utf-8") as file:
        line = file.read().split("\n")[place.range.start.line]
    check(place.uri == "file://" + kind and line.strip().startswith("spent:"), "the definition of a field")
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(types.TextDocumentIdentifier(rule.uri))
    )
    check([c.name for s in symbols if s.name == "check" for c in s.children] == ["within", "equal", "within"], "symbols")

    # A mend, applied as an editor does.
    rule.replace("severity:", "severty:")
    told = await rule.diagnostics()
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(rule.uri), told[0].range, types.CodeActionContext(told))
    )
    mend = [a for a in actions if a.kind == types.CodeActionKind.QuickFix][0].edit.document_changes[0].edits[0]
    check(rule.words(mend.range) == "severty" and mend.new_text == "severity", "the mend")
    rule.replace("severty:", "severity:")

    # Formatting.
    rule.replace("weight: 8", "weight:    8")
    edits = await client.text_document_formatting_async(
        types.DocumentFormattingParams(types.TextDocumentIdentifier(rule.uri), types.FormattingOptions(2, True))
    )
    check(len(edits) == 1 and "weight: 8\n" in edits[0].new_text, f"formatting: {edits}")
    rule.replace("weight:    8", "weight: 8")

    # A submission.
    shutil.copy(os.path.join(os.path.dirname(shipped), "Examples/annual-action-plan/faults-submitted.yaml"), folder)
    plan = Editor(client, folder + "/faults-submitted.yaml", unit)
    told = await plan.diagnostics()
    twice = [d for d in told if d.code == "STR-010"]
    check(plan.words(twice[0].range) == "p3" and twice[0].related_information, "a finding with its other place")

    # A request that is taken back, and one that nobody knows.
    try:
        await client.protocol.send_request_async("krong/unknown", {})
        check(False, "an unknown method is an error")
    except Exception as error:
        check("krong/unknown" in str(error), f"an unknown method: {error}")

    times = []
    for round in range(30):
        start_time = time.perf_counter()
        rule.replace("weight: 8", "weight: 88") if round % 2 == 0 else rule.replace("weight: 88", "weight: 8")
        told = await rule.diagnostics()
        times.append((time.perf_counter() - start_time) * 1000)
        check((list(told) != []) == (round % 2 == 0), "the weight")
    await client.shutdown_async(None)
    client.exit(None)
    await asyncio.wait_for(client._server.wait(), 10)
    check(client._server.returncode == 0, "the farewell")
    return times


async def main():
    times = []
    for unit in ("utf-8", "utf-16"):
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            shutil.copytree(shipped, folder + "/Rules")
            times += await asyncio.wait_for(session(folder, unit), 300)
    median = statistics.median(times)
    print(f"diagnostics after a key: median {median:.0f} ms, most {max(times):.0f} ms, of {len(times)}")
    print(f"{passed} passed, 0 failed")
    if limit is not None and median > limit:
        sys.exit(f"the median is above {limit:.0f} ms")


asyncio.run(main())

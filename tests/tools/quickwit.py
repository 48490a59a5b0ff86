"""An engine on loopback that answers a search as Quickwit does, with the library that Quickwit is made of."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import tantivy
import yaml
from tantivy import Occur, Query

Answer = Callable[[Mapping[str, Any]], object]
"""What a server answers to a request, by its body."""

PATIENT = "AbortSignal.timeout = () => new AbortController().signal"
"""Runs on a page before its scripts: then they wait for an answer however busy this machine is."""

KNOWN = {"query", "max_hits", "sort_by", "search_field", "start_offset", "snippet_fields", "format", "aggs"}
"""What a request may have: Quickwit refuses anything else."""

_CLAUSE = re.compile(r'(?P<field>\w+):(?:"(?P<term>[^"\\]+)"|(?P<word>[^\s()^"*:\\]+)(?P<star>\*)?)')
_OPERATOR = re.compile(" (AND|OR) ")
_BOOST = re.compile(r"\^(\d+(?:\.\d+)?)")


class Engine:
    """The documents of one index, by the file that configures it."""

    def __init__(self, config: str, lines: Iterable[bytes]) -> None:
        read = yaml.safe_load(config)
        self.index_id: str = read["index_id"]
        self._fields = {each["name"]: each for each in read["doc_mapping"]["field_mappings"]}
        self._documents = [json.loads(line) for line in lines]
        self._index = tantivy.Index(_schema(self._fields.values()))
        whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("whitespace", whitespace)
        self._fill()

    def _fill(self) -> None:
        writer = self._index.writer(num_threads=1)
        for number, document in enumerate(self._documents):
            assert document.keys() <= self._fields.keys(), "the mode of the index is strict"
            indexed = {name: document[name] for name in document if _is_searched(self._fields[name])}
            writer.add_document(tantivy.Document.from_dict({**indexed, "place": number}))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, asked: Mapping[str, Any]) -> dict[str, object]:
        """The answer to a request."""
        assert asked.keys() <= KNOWN
        assert asked["sort_by"] == "_score"
        self._index.parse_query(asked["query"])  # what this refuses, Quickwit refuses, too
        searcher = self._index.searcher()
        found = searcher.search(_Reader(asked["query"], self._index.schema).query(), asked["max_hits"])
        places = [searcher.doc(address).get_first("place") for _, address in found.hits]
        hits = [self._documents[place] for place in places if place is not None]
        count: int = found.count  # type: ignore[attr-defined]  # its types do not have it
        return {"num_hits": count, "hits": hits, "elapsed_time_micros": 1, "errors": []}


def _is_searched(field: Mapping[str, Any]) -> bool:
    return field["type"] == "text" and bool(field.get("indexed", True))


def _schema(fields: Iterable[Mapping[str, Any]]) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder().add_unsigned_field("place", stored=True)
    for field in filter(_is_searched, fields):
        record = field.get("record", "basic")
        builder.add_text_field(field["name"], tokenizer_name=field["tokenizer"], index_option=record)
    return builder.build()


class _Reader:
    """Reads what the scripts use of the language of queries; its ``*`` is Quickwit's, not the library's."""

    def __init__(self, text: str, schema: tantivy.Schema) -> None:
        self._text, self._schema, self._at = text, schema, 0

    def query(self) -> Query:
        """The whole text as a query."""
        found = self._group()
        assert self._at == len(self._text), self._text[self._at :]
        return found

    def _group(self) -> Query:
        parts, operators = [self._part()], set[str]()
        while operator := _OPERATOR.match(self._text, self._at):
            self._at = operator.end()
            operators.add(operator[1])
            parts.append(self._part())
        assert len(operators) < 2, "each group has one operator"
        occur = Occur.Should if "OR" in operators else Occur.Must
        return Query.boolean_query([(occur, part) for part in parts])

    def _part(self) -> Query:
        if self._text[self._at] == "(":
            self._at += 1
            found = self._group()
            assert self._text[self._at] == ")"
            self._at += 1
        else:
            found = self._clause()
        if boost := _BOOST.match(self._text, self._at):
            self._at = boost.end()
            found = Query.boost_query(found, float(boost[1]))
        return found

    def _clause(self) -> Query:
        clause = _CLAUSE.match(self._text, self._at)
        assert clause, self._text[self._at :]
        self._at = clause.end()
        field, word = clause["field"], clause["term"] or clause["word"]
        if clause["star"]:
            return Query.regex_query(self._schema, field, f"{re.escape(word)}.*")
        return Query.term_query(self._schema, field, word, "basic")


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """A server on loopback that pages of any origin may ask; gives the address of its search.

    As with Quickwit, they may send no header of their own: a request with one fails. An answer that is bytes
    goes out as it is, a status alone, any other as JSON.
    """
    path = "/api/v1/atlas/search"

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert self.path == path
            assert self.headers["Content-Type"] in {None, "application/json"}
            answered = answer(body)
            if isinstance(answered, HTTPStatus):
                self._send(answered, b"")
            elif isinstance(answered, bytes):
                self._send(HTTPStatus.OK, answered)
            else:
                self._send(HTTPStatus.OK, json.dumps(answered).encode())

        def _send(self, status: HTTPStatus, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", str(len(content)))
            with suppress(ConnectionError):  # a page that does not wait any longer has gone
                self.end_headers()
                self.wfile.write(content)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()

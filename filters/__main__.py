"""The sieve from a terminal, without donating anything: `python -m filters --help`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from filters import catalogue, confined, terminal
from filters.archive.archive import open_paths
from filters.interaction import Retained
from filters.outcome import Outcome
from filters.problem import ArchiveProblem, Problem
from filters.reader import Choices, Identities, Purpose
from filters.recognition import READERS
from filters.redaction.outcome import Redacts

UNUSABLE = 2
"""Exit status for an archive that cannot be used, and for a wrong call."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; out: the exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ArchiveProblem as problem:
        if problem.layout and not getattr(options, "json", False):
            print(terminal.layout(problem.layout, options.language))  # noqa: T201
        return _complain(terminal.sentence(problem.problem, options.language))
    except FileNotFoundError:
        return _complain(terminal.sentence(Problem.EMPTY, options.language))
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: that is no error.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until exit
        return 0
    except OSError as error:
        return _complain(f"{error.strerror or 'error'}.")
    except KeyboardInterrupt:
        return 130


def _report(options: argparse.Namespace) -> int:
    outcome = _sift(options, None if options.no_redaction else _redactor())
    if options.json:
        schema = {
            "platforms": [
                {"platform": part.platform, "reader": part.reader} for part in outcome.platforms
            ],
            "confidence": {part.platform: part.confidence for part in outcome.platforms},
            **outcome.tally.as_report(),
            "missing": [msgspec.to_builtins(part) for part in outcome.missing],
            "html": list(outcome.poorer),
            "questions": [msgspec.to_builtins(question) for question in outcome.questions],
        }
        print(msgspec.json.format(msgspec.json.encode(schema), indent=2).decode())  # noqa: T201
    else:
        print(terminal.report(outcome, options.language, _choices(options)))  # noqa: T201
    return 0


def _sift_to_file(options: argparse.Namespace) -> int:
    if options.no_redaction:
        return _complain(
            "sift writes cleaned text only: leave --no-redaction out."
            if options.language == "en"
            else "sift n'écrit que du texte nettoyé : retirez --no-redaction."
        )
    redactor = _redactor()
    output = Path(options.output)
    partial = output.with_name(f".{output.name}.partial")
    try:
        with partial.open("wb") as file:

            def write(record: Retained, _chat: int) -> None:
                if record.rule != "R6":
                    file.write(msgspec.json.encode(record) + b"\n")

            outcome = _sift(options, redactor, write)
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
    print(terminal.report(outcome, options.language, _choices(options)), file=sys.stderr)  # noqa: T201
    return 0


def _platforms(options: argparse.Namespace) -> int:
    table = [
        {
            "platform": reader.platform,
            "reader": reader.name,
            "title": reader.title,
            "signals": reader.signals,
            "wants": {
                purpose.value: sorted(
                    {p for row in reader.rows if row.purpose is purpose for p in row.patterns}
                )
                for purpose in (Purpose.SIGNAL, Purpose.CONTEXT, Purpose.IDENTITY)
            },
        }
        for reader in READERS
    ]
    if options.json:
        print(msgspec.json.format(msgspec.json.encode(table), indent=2).decode())  # noqa: T201
        return 0
    print(catalogue.table(READERS))  # noqa: T201
    return 0


def _redact(options: argparse.Namespace) -> int:
    from filters.redaction.known_people import NotAnIdentity, read_identities  # noqa: PLC0415

    people = Identities()
    if options.identities:
        try:
            with Path(options.identities).open(encoding="utf-8") as file:
                people = read_identities(file)
        except OSError as error:
            return _complain(f"--identities: {error.strerror}.")
        except NotAnIdentity as problem:
            return _complain(terminal.not_an_identity(problem.line, options.language))
        except UnicodeDecodeError:
            return _complain("--identities: UTF-8?")
    # What loads the models comes last: a wrong dictionary is said at once.
    from filters.redaction.engine import Redactor  # noqa: PLC0415
    from filters.redaction.lines import redact_lines  # noqa: PLC0415

    redact_lines(sys.stdin.buffer, options.language, Redactor(), people, sys.stdout.buffer.write)
    sys.stdout.flush()
    return 0


def _sift(options: argparse.Namespace, redactor: Redacts | None, keep: object = None) -> Outcome:
    line = terminal.ProgressLine(sys.stderr)
    try:
        return confined.sift(
            open_paths([Path(archive) for archive in options.archive]),
            _choices(options),
            redactor=redactor,
            keep=keep if callable(keep) else lambda *_: None,
            progress=line,
        )
    except confined.Killed:
        raise ArchiveProblem(Problem.UNREADABLE) from None
    finally:
        line.clear()


def _choices(options: argparse.Namespace) -> Choices:
    return Choices(me=frozenset(options.me), all_private_chats=options.include_private_chats)


def _redactor() -> Redacts:
    # Models take seconds and half a gigabyte: counting without redaction must not load them.
    from filters.redaction.engine import Redactor  # noqa: PLC0415

    return Redactor()


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201
    return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m filters", description="Read an archive as Glane does, without donating."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, words in (
        ("report", _report, "what would be kept and removed, and why"),
        ("sift", _sift_to_file, "write the retained interactions, one JSON record a line"),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument("archive", nargs="+", help="the parts of one export: files or folders")
        command.add_argument("--language", choices=("fr", "en"), default="fr")
        command.add_argument(
            "--me",
            action="append",
            default=[],
            metavar="NAME",
            help="a name you go by in the archive; may be given twice",
        )
        command.add_argument(
            "--include-private-chats",
            action="store_true",
            help="keep your own messages of private chats too (rule R4)",
        )
        command.add_argument(
            "--no-redaction",
            action="store_true",
            help="read, decide and count only: fast, and no text is written",
        )
        command.set_defaults(run=run)
        if name == "report":
            command.add_argument("--json", action="store_true", help="the documented schema")
        else:
            command.add_argument("--output", required=True, metavar="FILE")
    platforms = commands.add_parser("platforms", help="the readers, and what each wants")
    platforms.add_argument("--json", action="store_true")
    platforms.set_defaults(run=_platforms, language="en")
    redact = commands.add_parser(
        "redact", help='clean JSON lines {"text": ...} from standard input'
    )
    redact.add_argument("--language", choices=("fr", "en"), required=True)
    redact.add_argument(
        "--identities",
        metavar="FILE",
        help="people to mask wherever they are named: lines like `name: Jean-Pierre Martin`, or "
        "handle:, email:, phone:, address:",
    )
    redact.set_defaults(run=_redact)
    return parser


if __name__ == "__main__":
    sys.exit(main())

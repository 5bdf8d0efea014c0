"""What was said of ChatGPT's answers: a thumb, or one answer kept over another."""

from collections.abc import Iterator

from filters.interaction import Interaction, Label, Option, Passage, Signal, Turn
from filters.readers.chatgpt.notes import Notes, Thumb

NOT_IN_EXPORT = Passage(None, "ai", "assistant")


def without_answer(notes: Notes) -> Iterator[Interaction]:
    """Thumbs and comparisons whose answers are not in the export: the acts, without words."""
    for key, thumb in notes.thumbs.items():
        if key not in notes.joined:
            yield thumbed(thumb, NOT_IN_EXPORT)
    for one in (one for those in notes.comparisons.values() for one in those):
        if one not in notes.joined:
            yield compared((NOT_IN_EXPORT, NOT_IN_EXPORT), one.labels, at=one.at)


def thumbed(
    thumb: Thumb, answer: Passage, context: tuple[Turn, ...] = (), at: float | None = None
) -> Interaction:
    """A thumb on an answer, with the donor's own words about it."""
    comment = (
        (Option("unlabelled", Passage(thumb.comment, "donor", "assistant")),)
        if thumb.comment
        else ()
    )
    return Interaction(
        platform="chatgpt",
        family="feedback",
        kind="binary",
        signal=thumb.signal,
        context=context,
        options=(Option(thumb.label, answer), *comment),
        object_type="ai_answer",
        at=thumb.at or at,
        flags=tuple(f"tag_{tag.replace('-', '_')}" for tag in thumb.tags),
    )


def compared(
    answers: tuple[Passage, Passage],
    labels: tuple[Label, Label],
    *,
    signal: Signal = "ab_choice",
    context: tuple[Turn, ...] = (),
    at: float | None = None,
    flags: tuple[str, ...] = (),
) -> Interaction:
    """Two answers to one prompt, one of which was kept, or said to be the better."""
    return Interaction(
        platform="chatgpt",
        family="comparisons" if signal == "ab_choice" else "conversations",
        kind="pairwise",
        signal=signal,
        evidence="explicit" if signal == "ab_choice" else "structural",
        context=context,
        options=tuple(map(Option, labels, answers)),
        object_type="ai_answer",
        at=at,
        flags=flags,
    )


def answer_of(text: str) -> Passage:
    """The words of an answer."""
    return Passage(text, "ai", "assistant")

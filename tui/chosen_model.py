"""Which sentence model the user has chosen: on the command line, in the environment or in the configuration."""

from tui.articles.article import ArticleError
from tui.disk.configuration import read_setting, read_told


def chosen_model(told: str | None = None) -> str | None:
    """Return where the chosen sentence model lies, none where there is none; one that cannot be used is no choice.

    Parameters
    ----------
    told
        What the command line says; none for what else is set.

    Raises
    ------
    ArticleError
        If the model that is chosen cannot be used.
    """
    path = told or read_told("model") or read_setting("model")
    if path is None:
        return None
    from tui.compare.sentence_model import NO_MODEL, ModelError, open_model

    if path == NO_MODEL:
        return None
    if not isinstance(path, str):
        raise ArticleError(
            f"config.yaml: model: {path!r} will not do; give the path of a sentence model, or {NO_MODEL}"
        )
    try:
        open_model(path)
    except ModelError as error:
        raise ArticleError(str(error)) from error
    return path

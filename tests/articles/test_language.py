import pytest

from tui.articles.language import other_language
from tui.articles.load import load_article, make_article
from tui.disk.paths import shipped_folder

TEXTS = {
    "German": "Die Brücke von Velmouth ist seit Montag gesperrt, und sie wird es nach Angaben der Stadt auch für ein "
    "Jahr bleiben. Der Rat will am Dienstag über eine Fähre sprechen, die aber nicht vor dem Winter fahren kann.",
    "French": "Le pont de Velmouth est fermé depuis lundi et il le restera pour un an, selon la ville. Le conseil va "
    "parler mardi d'un bac, mais celui-ci ne pourra pas être mis en service avant l'hiver dans le meilleur des cas.",
    "Spanish": "El puente de Velmouth está cerrado desde el lunes y lo estará por un año, según la ciudad. El consejo "
    "hablará el martes de un transbordador, pero no podrá entrar en servicio antes del invierno.",
    "Cyrillic": "Мост в Велмуте закрыт с понедельника и останется закрытым на год, сообщили в мэрии.",
    "Arabic": "أغلق الجسر في فيلماوث يوم الاثنين وسيظل مغلقا لمدة عام",
    "Chinese or Japanese": "维尔茅斯大桥周一关闭将持续一年市政府说",
}


@pytest.mark.parametrize("language", TEXTS)
def test_another_language_is_known(language):
    assert other_language(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_in_another_language_is_read_and_said_to_be(language):
    article = make_article(TEXTS[language])
    assert article.sentences
    assert language in article.warnings[-1]


@pytest.mark.parametrize(
    "text", ["", "12 May 2015", "Kerry in Sochi", "Brightwater, Halden & Co. " * 9, "1 2 3 " * 100]
)
def test_too_little_to_tell_is_no_other_language(text):
    assert other_language(text) is None


def test_english_news_is_english():
    for side in ("left", "right"):
        assert load_article(str(shipped_folder("seeds") / f"kerry-in-sochi.{side}.txt")).warnings == ()

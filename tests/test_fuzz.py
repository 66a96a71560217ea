import tempfile

from hypothesis import HealthCheck, given, settings

from tests.fuzzing import check_file, check_pair, files, texts

FEW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@FEW
@given(texts, texts)
def test_any_two_texts_go_all_the_way_to_screen_and_documents(left, right):
    check_pair(left, right)


@FEW
@given(files)
def test_any_file_becomes_an_article_or_is_refused_in_one_line(file):
    with tempfile.TemporaryDirectory() as folder:
        check_file(folder, file)

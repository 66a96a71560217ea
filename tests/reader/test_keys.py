import pytest
from textual.keys import _character_to_key, format_key

from tui.reader.action import bindings
from tui.reader.key_names import key_label, key_name
from tui.reader.keys import DEFAULT_KEYS, _heard_together, textual_keymap
from tui.reader.table import ACTIONS


def test_no_two_actions_that_are_heard_together_share_a_default_key() -> None:
    for position, one in enumerate(ACTIONS):
        for other in ACTIONS[position + 1 :]:
            if _heard_together(one, other):
                assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_every_action_has_its_own_id_a_title_and_a_sentence() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        assert action.title and action.topic
        assert action.tooltip.endswith("."), action.id


def test_default_keys_are_names_textual_knows() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert key_name(key) == key, (action.id, key)


@pytest.mark.parametrize("character", list("abzABZ019/?!.,;:-_+=@#$%^&*()[]{}<>|\\'\"`~ é"))
def test_a_character_has_the_name_textual_gives_it(character: str) -> None:
    name = key_name(character)
    assert name == (_character_to_key(character) if character != " " else "space")
    if character != " ":
        assert key_label(name) == character == format_key(name)


@pytest.mark.parametrize("written", ["", "ctrl+", "hello", "ctrl+alt+hello", "strg+x", "+", "no such key"])
def test_what_is_no_key_has_no_name(written: str) -> None:
    assert key_name(written) == ("plus" if written == "+" else None)


def test_bindings_carry_id_and_tooltip_and_only_changed_keys_go_into_the_keymap() -> None:
    made = {binding.id: binding for binding in bindings(ACTIONS)}
    assert made["next_passage"].key == "n"
    assert made["next_passage"].tooltip
    assert textual_keymap(DEFAULT_KEYS) == {}
    assert textual_keymap({**DEFAULT_KEYS, "top": ("home", "f2")}) == {"top": "home,f2"}

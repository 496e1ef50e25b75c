package org.huiwu.registration.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchKeyTest {

  @Test
  void a_name_sounds_a_syllable_a_character_without_tones() {
    assertThat(NameSound.of("张伟")).isEqualTo("zhang wei");
    assertThat(NameSound.of("欧阳 子敏")).isEqualTo("ou yang zi min");
    assertThat(NameSound.of("阿卜杜拉·买买提")).isEqualTo("a bo du la mai mai ti");
  }

  @Test
  void a_surname_is_read_as_a_surname() {
    assertThat(NameSound.of("单晓")).startsWith("shan ");
    assertThat(NameSound.of("曾立")).startsWith("zeng ");
    assertThat(NameSound.of("仇英")).startsWith("qiu ");
  }

  @Test
  void a_name_in_letters_is_its_own_words() {
    assertThat(NameSound.of("José Ｎúñez")).isEqualTo("jose nunez");
  }

  @Test
  void a_character_that_nobody_can_read_stays_and_does_no_harm() {
    assertThat(SearchKey.of("𠮷田")).contains("𠮷田");
    assertThat(SearchKey.of("…")).isNotNull();
  }

  @Test
  void what_is_typed_for_a_name_is_a_key_of_it() {
    assertThat(SearchKey.of("张伟").split("(?=[\n\t])"))
        .containsExactly("\n张伟;", "\nzhangwei;", "\nzw;", "\nzhangw;", "\twei;", "\tw;");
  }

  @Test
  void u_and_v_both_stand_for_what_no_keyboard_has() {
    assertThat(SearchKey.of("吕布")).contains("\nlvbu;", "\nlubu;", "\nlb;");
    assertThat(SearchWords.of("Lǚ")).containsExactly("lv");
  }

  @Test
  void words_are_told_apart_by_spaces_and_nothing_else_of_them_matters() {
    assertThat(SearchWords.of(" ＺＨＡＮＧ　Wěi ")).containsExactly("zhang", "wei");
    assertThat(SearchWords.of("Xi'an;\t")).containsExactly("xian");
    assertThat(SearchWords.of(" ")).isEmpty();
  }
}
